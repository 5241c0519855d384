import pytest

from kg.analyse import analyse

BY_NUMBER = "Căn cứ Nghị quyết số 20-NQ/TW ngày 01/11/2012 của Hội nghị lần thứ 6 Ban Chấp hành Trung ương Đảng khóa XI về khoa học, công nghệ;\n"


def targets(text):
    return {m.text.split(" ngày")[0]: m.target for m in analyse(text).mentions}


@pytest.mark.parametrize(
    ("event", "same"),
    [
        ("Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XI", True),
        ("Nghị quyết Trung ương 6 khóa XI", True),
        ("Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII", False),
        ("Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XI", False),
    ],
)
def test_a_plenum_resolution_is_the_numbered_one_that_names_the_same_event_and_subject(event, same):
    found = targets(f"{BY_NUMBER}Căn cứ {event} về khoa học, công nghệ;")
    assert (found["Nghị quyết số 20-NQ/TW"] == found[event]) is same


@pytest.mark.parametrize("subject", ["về đất đai, giải phóng mặt bằng", "", "với tinh thần đổi mới"])
def test_another_subject_of_the_same_plenum_may_be_another_paper(subject):
    event = "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XI"
    found = targets(f"{BY_NUMBER}Căn cứ {event} {subject};")
    assert found["Nghị quyết số 20-NQ/TW"] != found[event]


def test_two_numbers_with_the_words_of_one_event_leave_it_open():
    other = BY_NUMBER.replace("20-NQ/TW ngày 01/11", "19-NQ/TW ngày 31/10")
    event = "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XI"
    found = targets(f"{BY_NUMBER}{other}Căn cứ {event} về khoa học, công nghệ;")
    assert found[event] not in (found["Nghị quyết số 20-NQ/TW"], found["Nghị quyết số 19-NQ/TW"])


def test_a_link_to_the_event_is_a_link_to_the_number():
    text = (
        f"{BY_NUMBER}Căn cứ Nghị quyết số 46/NQ-CP ngày 29/3/2013 của Chính phủ thực hiện Nghị quyết Hội nghị lần thứ 6 "
        "Ban Chấp hành Trung ương Đảng khóa XI về khoa học, công nghệ;"
    )
    a = analyse(text)
    numbers = {d.id: d.number for d in a.documents}
    assert ("46/NQ-CP", "implements", "20-NQ/TW") in {(numbers.get(r.subject), r.predicate, numbers[r.object]) for r in a.relations}
    assert len(a.documents) == 2
