"""Tables and charts as people see them."""
