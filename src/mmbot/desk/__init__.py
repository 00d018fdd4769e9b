"""The desk: everything that a person can do in a chat, and what mmbot replies, before any platform has touched it.

An adapter makes a Visitor of whom it has before it, calls one function of ``desk.dispatch`` and sends the Reply that comes back.
"""
