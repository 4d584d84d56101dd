"""Twenty users at once, as far as the server sees them: requests over HTTP, each with a session."""

import asyncio
import json
import re
import ssl
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from html import unescape
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

import httpx
import numpy as np
from _desk_hub import Colleague, Hub, progress

THINKING_S = 2.0
"""Mean seconds between two pages of one user; an officer who reads takes longer."""

SLOW_S = 1.0
"""Seconds from which a first look at a page is told of while measuring."""

OF_THE_FIRST = "/watches/earlier"
"""Pages of what the first reader asks; nobody else may open them."""

WORDS = ("boat", "van", "Calais", "Subotica", "брод", "+381", "passport", "Хоргош")
LINK = re.compile(r'href="([^"#]+)')
NAMED = re.compile(r'<a[^>]*href="/things\?id=[^"]*"[^>]*>([^<]{4,60})</a>')
HTML = "text/html"
UNSEALED = ssl.SSLContext(
    ssl.PROTOCOL_TLS_CLIENT
)  # nothing here is sealed: no certificates to load
EVENT = re.compile(r"^data: (.*)$")
Draw = np.random.Generator


def client_of(hub: Hub, who: Colleague) -> httpx.AsyncClient:
    """A browser, as far as the server sees it."""
    return httpx.AsyncClient(
        base_url=hub.url,
        cookies={"headwater": who.cookie},
        headers={"accept": HTML, "accept-encoding": "gzip"},
        timeout=900,
        trust_env=False,
        verify=UNSEALED,
    )


async def addresses(
    hub: Hub, kind_of: Callable[[str], str], most: int = 12
) -> dict[str, list[str]]:
    """Addresses of pages that links lead to, by kind of page; what is found twice is asked once."""
    found: dict[str, list[str]] = {}
    async with client_of(hub, hub.readers[0]) as client:
        ahead, seen = ["/"], {"/"}
        while ahead:
            address = ahead.pop(0)
            begun = time.perf_counter()
            answer = await client.get(address, follow_redirects=True)
            if (took := time.perf_counter() - begun) > SLOW_S:
                progress(f"{took:.1f} s for the first look at {address[:100]}")
            if answer.status_code != 200 or HTML not in answer.headers["content-type"]:
                continue
            found.setdefault(kind_of(address), []).append(address)
            for link in LINK.findall(answer.text):
                here = urljoin(address, unescape(link))
                asked = sum(kind_of(one) == kind_of(here) for one in seen)
                if _is_page(here) and here not in seen and asked < most:
                    seen.add(here)
                    ahead.append(here)
    return found


def _is_page(address: str) -> bool:
    path = urlsplit(address).path
    other = path.startswith(("/static", "/schema", "/leave", "/purpose", "/findings"))
    file = "." in path.rpartition("/")[2] and not path.startswith("/methods/")
    return address.startswith("/") and not other and not file and not path.endswith("/original")


async def names_in(hub: Hub, pages: Sequence[str]) -> list[str]:
    """Names as they stand on pages, in whatever script."""
    found: dict[str, None] = {}
    async with client_of(hub, hub.readers[0]) as client:
        for address in pages:
            answer = await client.get(address)
            found |= dict.fromkeys(unescape(name).strip() for name in NAMED.findall(answer.text))
    return [name for name in found if name]


def _theirs(hub: Hub, who: Colleague, wanted: Sequence[str]) -> list[str]:
    """The pages that are this user's to open, of those that the first reader's links led to."""
    first = who == hub.readers[0]
    return [one for one in wanted if first or not one.startswith(OF_THE_FIRST)]


async def pages_read(
    hub: Hub, wanted: Sequence[str], seconds: float, seed: int
) -> tuple[list[float], dict[str, list[float]], list[str]]:
    """Every user opens one page after the other, with pauses.

    Returns:
        Seconds each took to arrive, the same by address, and what was not answered.
    """
    taken: dict[str, list[float]] = {}
    wrong: list[str] = []
    until = time.perf_counter() + seconds

    async def user(who: Colleague, draw: Draw) -> None:
        theirs = _theirs(hub, who, wanted)
        async with client_of(hub, who) as client:
            await asyncio.sleep(draw.uniform(0, THINKING_S))
            while time.perf_counter() < until:
                address = str(draw.choice(theirs))
                begun = time.perf_counter()
                answer = await client.get(address)
                taken.setdefault(address, []).append(time.perf_counter() - begun)
                if answer.status_code != 200:
                    wrong.append(f"{answer.status_code} {address}")
                await asyncio.sleep(draw.exponential(THINKING_S))

    draws = np.random.default_rng(seed).spawn(len(hub.readers))
    await asyncio.gather(*(user(*one) for one in zip(hub.readers, draws, strict=True)))
    return [one for some in taken.values() for one in some], taken, wrong


async def pages_at_one_moment(hub: Hub, wanted: Sequence[str], rounds: int) -> list[float]:
    """All users ask in the same moment, each for another page; seconds until each had it."""
    clients = [client_of(hub, who) for who in hub.readers]
    theirs = [_theirs(hub, who, wanted) for who in hub.readers]
    taken = []

    async def one(client: httpx.AsyncClient, address: str) -> float:
        begun = time.perf_counter()
        await client.get(address)
        return time.perf_counter() - begun

    for round_ in range(rounds):
        some = [own[(round_ * 7 + at) % len(own)] for at, own in enumerate(theirs)]
        taken += await asyncio.gather(*map(one, clients, some))
    for client in clients:
        await client.aclose()
    return taken


def searches(names: Sequence[str]) -> list[str]:
    """Searches for names as they stand, for parts of them, and for words."""
    parts = [part for name in names for part in name.split()[:1]]
    return [f"/search?q={quote(text)}" for text in (*names, *parts, *WORDS)]


def report(number: int, draw: Draw) -> tuple[str, dict[str, str]]:
    """A report as the form hands it in, and a mark by which its alert is known."""
    first = ("Dragan", "Halim", "Arben", "Goran", "Besnik", "Yusuf", "Nikola", "Erion")
    last = ("Marković", "Demirović", "Krasniqi", "Petrić", "Hoxha", "Kaya", "Jovanović", "Leka")
    urn = f"DESK-{time.time_ns()}-{number}"
    name = f"{draw.choice(first)} {draw.choice(last)}"
    plate, phone = draw.integers(100, 999), draw.integers(1_000_000, 9_999_999)
    today = str(datetime.now(UTC).date())
    texts = [
        f"{name} drove {draw.integers(3, 30)} migrants from Subotica to Horgoš in a white van, "
        f"plate SU-{plate}-AB, and called +38160{phone}.",
        f"{draw.choice(first)} {draw.choice(last)} collects {draw.integers(10, 50) * 100} euros.",
        f"A boat with {draw.integers(10, 60)} people is taking on water off Dunkirk.",
    ]
    form = {"urn": urn, "title": urn, "originator": "Bench Hub", "do": "take"}
    form |= {"information": today, "record": today, "count": str(len(texts))}
    for n, text in enumerate(texts, 1):
        form |= {f"text-{n}": text, f"source-{n}": "2", f"assessment-{n}": "B"}
        form |= {f"handling-{n}": "P"}
    return urn, form


async def alerts_raised(hub: Hub, stream: str, count: int, seed: int) -> list[float]:
    """Seconds from posting a report to its alert on an open stream, one report after the other."""
    draw = np.random.default_rng(seed)
    writer, reader = hub.readers[1], hub.readers[0]
    arrived: asyncio.Queue[tuple[str, float]] = asyncio.Queue()
    async with client_of(hub, reader) as listening, client_of(hub, writer) as writing:
        listener = asyncio.create_task(_listen(listening, stream, arrived))
        await asyncio.sleep(2)
        taken = []
        for number in range(count):
            urn, form = report(number, draw)
            begun = time.perf_counter()
            posted = asyncio.create_task(
                writing.post("/reports/write", data={**form, "csrf": writer.csrf})
            )
            taken.append(await _alert_of(urn, arrived) - begun)
            answer = await posted
            answer.raise_for_status()
        listener.cancel()
    return taken


async def _listen(
    client: httpx.AsyncClient, stream: str, arrived: asyncio.Queue[tuple[str, float]]
) -> None:
    headers = {"accept": "text/event-stream"}
    async with client.stream("GET", stream, headers=headers) as answer:
        answer.raise_for_status()
        async for line in answer.aiter_lines():
            if event := EVENT.match(line):
                await arrived.put((event[1], time.perf_counter()))


async def _alert_of(urn: str, arrived: asyncio.Queue[tuple[str, float]], most: float = 60) -> float:
    """When the first alert that leads to a report arrived."""
    until = time.perf_counter() + most
    while True:
        data, when = await asyncio.wait_for(arrived.get(), until - time.perf_counter())
        told: dict[str, Any] = json.loads(data)
        if urn in unescape(f"{told.get('href')} {told.get('text')} {told.get('id')}"):
            return when
