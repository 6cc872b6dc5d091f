/// Markdown, through cmark.
public enum Markdown {}
