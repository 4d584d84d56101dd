"""The desk for its users' own scripts: the same rules, JSON in the place of pages.

A script sends a token and says what for, as a person does:

```
Authorization: Bearer hw_...
X-Purpose: case: Drava, who supplies the boats
```
"""

from litestar import Router
from litestar.params import HeaderParameter

from headwater.desk.api import alerts, findings, reports, review, search, things
from headwater.desk.reception import LONGEST_PURPOSE

API = Router(
    "/api",
    route_handlers=[
        *reports.ROUTES,
        *things.ROUTES,
        *search.ROUTES,
        *review.ROUTES,
        *findings.ROUTES,
        *alerts.ROUTES,
    ],
    parameters={
        "purpose": HeaderParameter(
            name="X-Purpose",
            annotation=str,
            required=True,
            min_length=1,
            max_length=LONGEST_PURPOSE,
            description="What for; logged with every look. `case: NAME ...` names a case.",
        )
    },
)

__all__ = ["API"]
