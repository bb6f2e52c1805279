"""What a reader with a keyboard or a screen reader meets on every page."""

from __future__ import annotations

from playwright.sync_api import expect

from tests import site
from tests.browser.conftest import Open, Visit, settle

_UNSEEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const seen = document.activeElement.checkVisibility({ opacityProperty: true });
  const inside = box.right > 0 && box.left < innerWidth;
  return document.activeElement === document.body || (seen && inside)
    ? null : document.activeElement.outerHTML.slice(0, 120);
}"""


def test_each_page_has_a_title_and_a_place_in_the_navigation(desk: Visit) -> None:
    page, title = desk.page, site.page_of(desk.path).title
    heading = page.locator("h1").inner_text()
    assert page.title().startswith(f"{site.LEAF[desk.path].title} · ")
    pages = page.get_by_role("navigation", name="Pages")
    current = pages.locator("[aria-current=page]")
    expect(current).to_have_count(1)
    if desk.path:
        expect(current).to_contain_text(heading)
    expect(page.locator("p.spoken[role=status]")).to_contain_text(title)


def test_what_a_filter_changes_is_spoken(open_page: Open) -> None:
    page = open_page("minerals")
    spoken = page.locator("p.spoken[role=status]")
    before = spoken.text_content()
    page.locator(".st-key-years input").first.press("ArrowRight")
    settle(page)
    expect(spoken).not_to_have_text(before or "")


def test_the_focus_is_seen_on_a_telephone(telephone: Visit) -> None:
    page = telephone.page
    # The sidebar folds after the page has begun; until then its first stops are on their way out.
    logo = page.get_by_test_id("stSidebar").get_by_test_id("stLogoLink")
    page.wait_for_function(
        "logo => !logo || !logo.checkVisibility({ visibilityProperty: true })",
        arg=logo.element_handle() if logo.count() else None,
    )
    page.evaluate("() => document.activeElement?.blur()")
    unseen, wide = [], []
    for _ in range(15):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(_UNSEEN))
        wide.append(page.get_by_test_id("stMain").evaluate("e => e.scrollWidth - e.clientWidth"))
    page.evaluate("() => document.activeElement?.blur()")
    # The link to the contents is seen only while it has the focus.
    assert [one for one in unseen if one and "stSkipLink" not in one] == []
    # Nor do the words of a button that has it stick out.
    assert set(wide) == {0}
