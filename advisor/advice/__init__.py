"""The advisor as its faces hold it: knowledge found, its index ready, talks to begin; knows no screen."""
