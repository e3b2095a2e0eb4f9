from helpers.figures.explain import explained

TEXT = "Shells killed 14 men in Homs on Sunday, SANA said."


def test_every_deciding_word_is_marked_and_its_rule_named(read):
    shown = explained(TEXT, read(TEXT))
    assert shown.startswith("Shells [killed] [14] [men] in [Homs] on [Sunday], [SANA] said.")
    assert '"killed" (killed 12)' in shown
    assert "\x1b[" not in shown


def test_colour_is_for_terminals(read):
    assert "\x1b[31m[killed]\x1b[0m" in explained(TEXT, read(TEXT), colour=True)


def test_each_figure_has_its_block(read):
    text = "Shells killed 14 men and wounded nine."
    assert len(explained(text, read(text)).split("\n\n")) == 2


def test_doubts_are_told(read):
    assert "no_place" in explained("Shells killed 14 men.", read("Shells killed 14 men."))


def test_nothing_found_is_said():
    assert explained("The bakery stood.", []) == "No figure found."


def test_control_characters_do_not_reach_the_terminal(read):
    text = "Shells \x1b[2Jkilled 14\x07 men."
    assert "\x1b" not in explained(text, read(text))
    assert "\x07" not in explained(text, read(text))
