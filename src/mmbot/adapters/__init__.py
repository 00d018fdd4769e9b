"""Where mmbot meets people: each module is the only user of its platform's library."""
