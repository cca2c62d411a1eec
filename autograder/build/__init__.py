"""Building what students get from what is written by hand."""
