"""Great Expectations decides what is loaded: suites, quarantine of the rows that fail, and a report."""
