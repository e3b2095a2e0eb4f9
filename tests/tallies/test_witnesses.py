from helpers.tallies import witnesses


def test_a_copy_of_a_copy_leads_to_the_first(frames, figure):
    rows = [figure(f"f{n}", name) for n, name in enumerate("abc")]
    _, articles = frames(rows, b={"copy_of": "a"}, c={"copy_of": "b"})
    assert witnesses.first_tellings(articles) == {"a": "a", "b": "a", "c": "a"}


def test_copies_that_name_each_other_end(frames, figure):
    _, articles = frames([figure("f", "a"), figure("g", "b")], a={"copy_of": "b"}, b={"copy_of": "a"})
    assert set(witnesses.first_tellings(articles)) == {"a", "b"}


def test_one_source_is_one_voice_whoever_repeats_it(frames, figure):
    rows = [
        figure("f", "a", source="the Guard", source_id="guard"),
        figure("g", "b", source="Guards", source_id="guard"),
    ]
    assert witnesses.voices(*frames(rows)).tolist() == ["guard", "guard"]


def test_a_headline_speaks_for_the_source_of_its_article(frames, figure):
    rows = [figure("f", "a", tally_id="t"), figure("g", "a", tally_id="t", source="Mayor", source_id="mayor")]
    assert witnesses.voices(*frames(rows)).tolist() == ["mayor", "mayor"]


def test_an_outlet_speaks_for_its_wire_before_itself(frames, figure):
    rows = [figure("f", "a"), figure("g", "b"), figure("h", "c")]
    figures, articles = frames(rows, a={"wire": "AFP"}, b={"outlet": None}, c={"copy_of": "a"})
    assert witnesses.voices(figures, articles).tolist() == ["AFP", "b", "AFP"]


def test_a_known_source_goes_by_the_name_of_the_vocabulary(vocab, frames, figure):
    vocab.tables["sources"] = ({"source_id": "guard", "name": "Ruritanian Guard"},)
    figures, _ = frames(
        [figure("f", "a", source="guards", source_id="guard"), figure("g", "b", source="a cook"), figure("h", "c")]
    )
    assert witnesses.named(figures, vocab)["source"].fillna("").tolist() == ["Ruritanian Guard", "a cook", ""]
