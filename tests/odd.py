"""What people type by accident or on purpose, and what must do no harm in any field of either platform."""

ODD = [
    "<b>", "a < b & c > d", "*_[]()~`>#+-=|{}.!\\", "İIıi ŞşĞğÇçÖöÜü", "\u202eters", "👩‍👩‍👧‍👦" * 50, "x" * 4096, "ı" * 4096, "   ", "/", "//", "/@",
    "/bugun@", "%s %n {0} {x}", "'; DROP TABLE x;--", "\u2400\x00", "@everyone @here <@&1>", "```py", "https://a_b.c/*d*", "a" + "\u0301" * 100,
    "\u200b",
]  # fmt: skip
