"""From Written to a layout, and from a layout to text, LaTeX and MathML.  ``rendering.notation`` is the way in."""
