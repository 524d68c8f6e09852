"""The chat in the terminal: the only folder that imports Textual, and none of the engine before it is needed."""
