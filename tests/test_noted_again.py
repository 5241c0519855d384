"""Papers of a note that carry out what its sentence names once more."""

import pytest

from tests import drafts

A, B = "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ", "Nghị quyết số 8/NQ-CP ngày 4/2/2022 của Chính phủ"
NOTE = "[1] Kế hoạch số 28/KH-UBND ngày 29/12/2023; Chỉ thị số 8/CT-UBND ngày 12/3/2024."
PAPERS = ("28/KH-UBND", "8/CT-UBND")


def done(clause: str, *numbers: str) -> bool:
    got = drafts.said(f"{drafts.REPORT}I. KẾT QUẢ\n\n{clause}\n\n{NOTE}\n")
    return got == {(paper, "implements", number) for paper in PAPERS for number in numbers}


@pytest.mark.parametrize(
    ("clause", "numbers"),
    [
        (f"Bám sát {A}, UBND tỉnh đã có các văn bản triển khai thực hiện Nghị quyết trên địa bàn[1].", ("76/NQ-CP",)),
        (f"Ngay khi có {A}, UBND tỉnh đã ban hành văn bản thực hiện Nghị quyết này[1].", ("76/NQ-CP",)),
        (f"Chính phủ ban hành {A}. Tỉnh sớm có chương trình thực hiện nghị quyết[1].", ("76/NQ-CP",)),
        (f"Sau {A} và {B}, tỉnh có văn bản thực hiện hai nghị quyết trên[1].", ("76/NQ-CP", "8/NQ-CP")),
        (f"Sau {A} và {B}, tỉnh có văn bản thực hiện cả hai văn bản[1].", ("76/NQ-CP", "8/NQ-CP")),
        # which of the two, another type, of three there are two, not done
        (f"Sau {A} và {B}, tỉnh có văn bản thực hiện Nghị quyết[1].", ()),
        (f"Bám sát {A}, tỉnh đã có văn bản thực hiện Chỉ thị[1].", ()),
        (f"Sau {A} và {B}, tỉnh có văn bản thực hiện ba nghị quyết trên[1].", ()),
        (f"Bám sát {A}, tỉnh chưa có văn bản thực hiện Nghị quyết[1].", ()),
        # asked for; another resolution without its number
        (f"Bám sát {A}, tỉnh đã đề nghị các huyện sớm có văn bản thực hiện Nghị quyết[1].", ()),
        (f"Sau {A}, HĐND tỉnh đã ban hành nghị quyết riêng; tỉnh đã có văn bản thực hiện Nghị quyết[1].", ()),
    ],
)
def test_what_they_carry_out(clause, numbers):
    assert done(clause, *numbers)
