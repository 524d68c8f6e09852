"""Talking: decides what to reply, keeps the thread of a conversation, chooses the words; knows no screen."""
