"""Learning: turns a library into an index with scikit-learn; the answer path never comes here."""
