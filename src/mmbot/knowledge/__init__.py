"""What mmbot knows: read from files, checked, cited, and held as one immutable library."""
