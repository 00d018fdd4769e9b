"""“/sayfa”: a link, sent in private, with which a moderator signs in to the page."""

from mmbot.desk import page_link_texts as texts
from mmbot.desk.delivery import pack
from mmbot.desk.desk import Desk
from mmbot.desk.permission import for_role, moderation_of
from mmbot.desk.records import private_place
from mmbot.desk.reply import Button, Reply, line
from mmbot.model import Visitor
from mmbot.rendering import Block

PURPOSE = "web"  # of the code in the link


@for_role("moderator")
def send(desk: Desk, _typed: str, visitor: Visitor) -> Reply:
    """“/sayfa”."""
    return send_link(desk, desk.page_url, visitor)


def send_link(desk: Desk, page_url: str, visitor: Visitor) -> Reply:
    """A link to the page at *page_url* (empty: there is none), here where nobody else reads it, else in a private message.

    The link says who comes, not what he may: the page asks for his roles itself, those in a server or group of his platform.
    """
    language = visitor.language
    if not page_url:
        return line(texts.NO_PAGE.to(language)).said_to_one()
    code = moderation_of(desk).records.accounts.new_code(visitor.person, PURPOSE, desk.clock())
    link = _link(f"{page_url.rstrip('/')}/giris/{code}", visitor)
    if visitor.private:
        return link
    desk.records.outbox.put(visitor.person.platform, private_place(visitor.person), pack(link), desk.clock())
    return line(texts.SENT.to(language)).said_to_one()


def _link(address: str, visitor: Visitor) -> Reply:
    """As a button; as text where it is no https: Telegram takes a whole message back for a button to this machine."""
    said, button = Block("answer", texts.LINK.to(visitor.language)), Button(texts.OPEN.to(visitor.language), url=address)
    if address.startswith("https://"):
        return Reply((said,), ((button,),), only_you=True)
    return Reply((said, Block("hint", address)), only_you=True)
