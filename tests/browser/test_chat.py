"""Asking, reading, stopping and finding again, in a real browser."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import OpenTab, Tab

MARKETER = "We only ever talk to sales when something blows up. Where do we start?"


def test_the_first_screen_says_what_it_is_and_offers_four_questions(
    calm: str, open_tab: OpenTab
) -> None:
    tab = open_tab(calm).open()
    tab.page.get_by_role("heading", name="Accord").wait_for()

    tab.has("This is software, not a person.")
    for reader in ("Sales rep", "Marketer", "Manager", "Founder"):
        tab.page.get_by_role("button", name=reader).wait_for()
    tab.shot("first-screen")


def test_an_example_is_asked_with_one_click(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.page.get_by_role("button", name="Marketer").click()

    tab.has(MARKETER)
    tab.has("From the playbook")


def test_an_answer_grows_and_ends_with_its_sources_and_next_questions(
    calm: str, open_tab: OpenTab
) -> None:
    tab = open_tab(calm).open()
    tab.type("slowly: where do we start?")
    tab.has("Start with one standing half hour")

    assert tab.page.get_by_text("Watch that thanks").count() == 0
    assert tab.line.is_disabled()
    tab.shot("growing")
    tab.has("Watch that thanks")
    tab.page.get_by_role("button", name="1, 2, 3 Hold a weekly").wait_for()
    tab.page.get_by_role("button", name="What if only one side comes?").click()
    tab.page.locator('[aria-label="Chat message from user"]').nth(1).wait_for()


def test_a_note_has_one_chip_that_opens_all_its_cited_passages(
    calm: str, open_tab: OpenTab
) -> None:
    tab = open_tab(calm).open()
    tab.ask("Where do we start?")
    tab.shot("answer")
    chips = tab.page.locator('[class*="st-key-source-"] button')
    assert chips.count() == 1
    chips.click()
    dialog = tab.page.get_by_role("dialog")
    lit = dialog.locator(".stMarkdownColoredBackground")
    lit.nth(2).wait_for()

    assert lit.count() == 3
    for place, words in enumerate(("Keep it to half an hour", "one line that names", "stood here")):
        assert words in lit.nth(place).inner_text()
    assert "answer with a line." in dialog.inner_text()
    assert "The note has changed since." in dialog.inner_text()  # its words are kept all the same
    tab.shot("source")


def test_behind_a_dialog_it_goes_dark(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.ask("Where do we start?")
    tab.button("Edit").click()
    tab.page.get_by_role("dialog").wait_for()
    colour = "getComputedStyle(document.querySelector('.stDialog')).backgroundColor"

    assert str(tab.page.evaluate(colour)).startswith("rgba(0, 0, 0")


def test_stop_keeps_what_was_written_and_go_on_goes_on(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.type("crawling: where do we start?")
    tab.has("This week")
    tab.button("Stop").click()
    tab.has("You stopped this answer here.")

    assert tab.page.get_by_text("Start with one standing half hour").count() == 1
    assert tab.page.get_by_text("Watch that thanks").count() == 0
    tab.shot("stopped")
    tab.button("Go on").click()
    tab.has("Watch that thanks")


def test_a_reload_in_the_middle_finds_the_growing_answer(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.type("crawling: where do we start?")
    tab.has("Start with one standing half hour")
    tab.page.reload()

    tab.has("crawling: where do we start?")
    tab.button("Stop").wait_for()
    tab.has("Watch that thanks")


def test_a_second_tab_follows_the_same_answer(calm: str, open_tab: OpenTab) -> None:
    first = open_tab(calm).open()
    first.type("crawling: where do we start?")
    first.has("Start with one standing half hour")
    second = open_tab(calm)
    second.page.goto(first.page.url)

    second.button("Stop").wait_for()
    second.has("Watch that thanks")
    first.has("Watch that thanks")


def test_regenerate_and_edit_replace_the_answer(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.ask("echo the first wording")
    edit = tab.page.locator('[class*="st-key-edit-"]')
    before = edit.get_attribute("class")
    tab.button("Regenerate").click()
    tab.until(lambda: edit.count() == 1 and edit.get_attribute("class") != before)
    tab.button("Edit").click()
    field = tab.page.get_by_role("textbox", name="Your question")
    field.fill("echo the second wording")
    tab.button("Ask again").click()
    asked = tab.page.locator('[aria-label="Chat message from user"]')
    asked.get_by_text("echo the second wording").wait_for()

    assert asked.count() == 1
    assert tab.page.get_by_test_id("stChatMessage").get_by_text("first wording").count() == 0


def test_a_failed_turn_says_what_happened_and_what_to_do(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.type("broken: where do we start?")

    tab.has("This answer could not be finished. Your question is kept.")
    tab.has("The model said to wait.")
    tab.button("Regenerate").wait_for()
    tab.shot("failed")


def test_what_the_verifier_struck_stays_visible_with_its_reason(
    calm: str, open_tab: OpenTab
) -> None:
    tab = open_tab(calm).open()
    tab.ask("checked: do such teams grow?")

    assert "grow 42 % faster" in tab.page.locator("del").first.inner_text()
    tab.has("Written by small-model:7b")
    tab.page.get_by_text("Checked against the sources: 1 struck, 1 marked").click()
    tab.has("42 % stands in no source")
    tab.shot("checked")


def test_a_handover_is_calm(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.type("handover: my boss threatens me")
    tab.has("Please talk to a person you trust")
    thumbs = tab.page.get_by_test_id("stFeedback").locator("button")
    thumbs.nth(1).wait_for()

    for name in ("Copy", "Regenerate", "Edit"):
        assert tab.button(name).count() == 0
    tab.shot("handover")
    thumbs.nth(1).click()
    tab.has("It didn't answer my question")
    assert tab.page.get_by_text("The source is wrong").count() == 0  # there is none


def test_a_question_outside_the_notes_names_the_nearest(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.ask("uncovered: which CRM is cheapest?")

    tab.has("The playbook says nothing about that")
    tab.page.get_by_role("button", name="1 Weekly smarketing").wait_for()
    assert tab.page.get_by_test_id("stFeedback").locator("button").count() == 2
    tab.shot("not-covered")


def test_a_vague_line_is_asked_about_with_choices_to_tap(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.type("vague: help with leads")
    tab.has("What is wrong with the leads?")
    tab.has("Choose, or type it")
    tab.shot("vague")
    tab.page.get_by_role("button", name="Nobody follows them up.").click()

    tab.has("Start with one standing half hour")


def test_a_thumb_down_takes_its_reason(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.ask("Where do we start?")
    tab.page.get_by_test_id("stFeedback").locator("button").nth(1).click()
    tab.page.get_by_text("The source is wrong").wait_for()
    tab.page.get_by_role("radio", name="It didn't answer my question").click()
    tab.has("Noted, thank you.")
    tab.shot("feedback")
    tab.page.reload()

    tab.has("What is wrong with it?")


def test_a_thumb_down_is_kept_before_its_reason_and_the_box_says_who_reads_it(
    calm: str, open_tab: OpenTab
) -> None:
    tab = open_tab(calm).open()
    tab.ask("Where do we start?")
    tab.page.get_by_test_id("stFeedback").locator("button").nth(1).click()
    tab.has("the playbook's owner sees the question and your line, not who asked")
    tab.page.get_by_label("In a line, if you like").fill("too long")
    tab.page.keyboard.press("Tab")
    tab.page.wait_for_timeout(500)
    tab.page.reload()

    tab.has("What is wrong with it?")
    assert tab.page.get_by_label("In a line, if you like").input_value() == "too long"


def test_a_question_from_a_second_tab_is_answered_below_the_one_that_grows(
    calm: str, open_tab: OpenTab
) -> None:
    first, second = open_tab(calm).open(), open_tab(calm)
    first.ask("echo Begun.")
    second.page.goto(first.page.url)
    second.button("Edit").wait_for()
    first.type("crawling: where do we start?")
    first.has("Start with one standing half hour")
    second.type("crawling: and what then?")
    follow_up = second.page.get_by_role("button", name="What if only one side comes?")
    second.page.get_by_text("Watch that thanks").nth(1).wait_for()
    follow_up.wait_for()

    assert second.page.get_by_text("Watch that thanks").count() == 2
    for button in (follow_up, second.button("Regenerate"), second.button("Edit")):
        assert button.count() == 1
    second.shot("two-growing")


def copied(tab: Tab, button: str) -> str:
    tab.button(button).click()
    tab.page.get_by_text("Copied").first.wait_for()
    return str(tab.page.evaluate("navigator.clipboard.readText()"))


def test_copy_gives_the_answer_alone_and_save_all_of_it(
    calm: str, open_tab: OpenTab, tmp_path: Path
) -> None:
    tab = open_tab(calm).open()
    tab.ask("Where do we start?")
    text = copied(tab, "Copy")
    with tab.page.expect_download() as saved:
        tab.button("Save").click()
    saved.value.save_as(tmp_path / "answer.md")
    whole = (tmp_path / "answer.md").read_text(encoding="utf-8")

    assert text.startswith("Start with one standing half hour")
    assert text.endswith("Sources:\n[1, 2, 3] Hold a weekly meeting of both teams")
    assert whole.startswith("> Where do we start?")
    assert "> - **Head of sales, by Friday:**" in whole


def test_a_text_to_use_is_copied_alone(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.ask(
        "echo Here is a text:\n\n> Hi [name],\n> \n> **Thank you** for Tuesday. [1]\n\nRead it."
    )

    assert copied(tab, "Copy the text only") == "Hi [name],\n\nThank you for Tuesday."


def test_side_and_stage_shape_the_question(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.button("Fit answers to your team").click()
    tab.has("Who does what is agreed")
    tab.page.get_by_text("● Marketing").click()
    tab.page.get_by_text("2 Defined").click()
    tab.shot("shape")
    tab.page.keyboard.press("Escape")
    tab.ask("Where do we start?")

    shape = tab.page.locator('[aria-label="Chat message from user"]').inner_text()
    assert "● Marketing · 2 Defined" in shape
