"""Names in scripts without capitals: by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from coach.domain.lazily import lazy_pattern

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚"
    "卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊"
)
_HAN = "\u4e00-\u9fff"
_KANA = "\u30a0-\u30ff"
_NOT_GIVEN = "说說和的在是不也跟与會会要把从讓让给經理经总先生女士部门队對对很都"
_CHINESE = lazy_pattern(
    rf"(?:(?<![{_HAN}])|(?<=[和跟与對对让讓给請请问問叫找告诉說说]))(?P<name>[{_SURNAMES}]"
    rf"(?:(?![{_NOT_GIVEN}])[{_HAN}]){{1,2}}?)"
    r"(?=[说說和的在是不也跟与會会要把从讓让给谈談经總总先女很都，。？！、,.?!\s]|\Z)"
)
_JAPANESE = lazy_pattern(
    rf"(?P<name>(?:(?![客皆様])[{_HAN}]){{1,4}}|[{_KANA}]{{2,8}})"
    r"(?:さん|様|氏|くん|君|ちゃん|部長|課長|先輩|社長)"
)
_KOREAN = lazy_pattern(
    r"(?<![\uac00-\ud7af])(?P<name>(?!고객|여러|담당|사장|부장|팀장)[\uac00-\ud7af]{2,4})"
    r"(?:씨|님| ?(?:팀장|과장|부장|대리|이사|매니저))"
)
_HEBREW = lazy_pattern(r"(?<!\w)(?P<name>[\u05d0-\u05ea]{2,10}) (?=מה?(?:שיווק|מכירות))")
_ARABIC = lazy_pattern(
    r"(?<!\w)(?P<name>[\u0621-\u064a]{2,10}) (?=من (?:ال)?(?:فريق|قسم|مبيعات|تسويق))"
)
_HINDI = lazy_pattern(r"(?<!\w)(?P<name>[\u0900-\u097f]{2,12}) (?=जी(?!\w))")
_PATTERNS = (_CHINESE, _JAPANESE, _KOREAN, _HEBREW, _ARABIC, _HINDI)
_BENT = lazy_pattern(r"[\u0370-\u052f]")
_STEM = 3  # letters of a name that stay at least
_UNCASED = lazy_pattern(r"[\u0590-\u06ff\u0900-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_UNSPACED = lazy_pattern(rf"[\u3040-\u30ff{_HAN}\u0e00-\u0e7f\uac00-\ud7af]")


def names_without_capitals(text: str) -> Iterator[str]:
    """Yield the names in Chinese, Japanese, Korean, Hebrew, Arabic or Hindi text."""
    if _UNCASED.search(text) is None:
        return
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            yield found["name"]


def is_unspaced(name: str) -> bool:
    """Whether a name is of a script that puts no space around words."""
    return _UNSPACED.search(name) is not None


def is_bent(name: str) -> bool:
    """Whether a name is Greek or Cyrillic, where names change their endings."""
    return len(name) > _STEM and _BENT.search(name) is not None


def stem_of(name: str) -> str:
    """Return what stays of such a name, in small letters."""
    return name[: max(_STEM, len(name) - (2 if len(name) > 5 else 1))].casefold()


def is_uncased(name: str) -> bool:
    """Whether a name is of a script without capitals."""
    return _UNCASED.search(name) is not None
