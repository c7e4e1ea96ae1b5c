"""Training and cross-validation of the line model; not part of what is installed."""
