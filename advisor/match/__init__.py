"""Matching: from a question to candidate topics with honest confidence; knows no conversation, no wording, no screen."""
