"""Golden cases of the views and macros: given rows, a query, and the answer expected."""
