"""Facts with receipts, one module a kind; extract.py is the door."""
