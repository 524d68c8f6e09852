"""What was said, to take along: as Markdown, as a page, as plain text, in a file or on the clipboard; knows no face."""
