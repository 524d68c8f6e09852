"""The index: built by scikit-learn, kept as arrays and JSON in one file, mapped by the answer path; knows no screen."""
