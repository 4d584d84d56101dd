import assert from "node:assert/strict";
import test from "node:test";
import { firstDay, lastDay, toDay, toTime } from "../src/core/dates.ts";
import { safeHref } from "../src/core/dom.ts";
import { hashed, holds } from "../src/core/text.ts";

test("a search finds a name whatever its accents, in every script", () => {
  assert(holds("Đorđe Čerkov", "cerkov dorde"));
  assert(holds("Ђорђе Черков", "черков"));
  assert(holds("محمّد الأحمد", "محمد"));
  assert(!holds("Ana", "anna"));
});

test("a shortened date means its first and its last day", () => {
  assert.equal(firstDay("2024-02"), "2024-02-01");
  assert.equal(lastDay("2024-02"), "2024-02-29");
  assert.equal(lastDay("2024"), "2024-12-31");
  assert.equal(firstDay("2024-05-06T10:00:00Z"), "2024-05-06");
  assert.equal(firstDay("soon"), "");
  assert.equal(toDay(toTime("1999-12-31")), "1999-12-31");
});

test("only addresses of this site are followed", () => {
  const here = "https://hub.example/network";
  assert.equal(safeHref("/person/7", here), "https://hub.example/person/7");
  for (const bad of [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example/x",
    "https://evil.example/",
    "",
    null,
    7,
  ])
    assert.equal(safeHref(bad, here), null, String(bad));
});

test("the same id is placed alike tomorrow, another one elsewhere", () => {
  assert.equal(hashed("person-1"), hashed("person-1"));
  assert(hashed("person-1") !== hashed("person-2"));
});
