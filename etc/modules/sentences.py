"""Turns sentences of PS3.3, as in "Required if Samples per Pixel (0028,0002) has a value greater than 1.", into the
expressions of modules.tsv, as in "SamplesPerPixel > 1"; answers nothing for a sentence that it does not wholly know.

An expression is a choice ("or") of conjunctions ("and") of: present X, absent X, X = a|b, X != a|b, X > n, X[1] = a
"""

import html
import re

from pydicom.datadict import keyword_for_tag

NAME = r"(?:(?:the|a|an|either|one or more|Attribute)\s+)*(?:values? (?:of|for) )?(?:the )?(?:Value (?P<before>\d) of )?[A-Z][^()]*?"
ATTRIBUTE = re.compile(
    NAME + r"\((?P<group>[0-9A-F]{4}),(?P<element>[0-9A-F]{4})\)(?:,? Value (?P<after>\d)|, Value (?P<comma>\d))?"
    r"(?: of this frame)?(?: at the image level)? ?(?P<rest>.*)", re.S)
PRESENT = re.compile(r"(?:is|are) present(?: within .*)?|exists|is present and has a value")
ABSENT = re.compile(r"(?:is|are) (?:absent|not present)")
NOT_EQUAL = re.compile(r"(?:is not equal to|does not equal|equals other than|is other than|value is not|is not|is present and (?:is )?not) (?P<values>.+)")
EQUAL = re.compile(
    r"(?:is present with (?:a )?value(?: of)?|is present and has (?:a|the) value(?: of)?|is present and the value is|"
    r"is present and equals|has a value of|has the value|value is|equals|is set to|is|=)(?: either)? (?P<values>.+)")
MORE = re.compile(r"(?:has a value greater than|is greater than|value is greater than) (?P<number>\d+)")
VALUE = re.compile(r'"?([A-Z0-9][A-Z0-9_.]*(?: [A-Z0-9_]+)*)"?(?: \([^)]*\))?')


def plain(description):
    """The description as text, its paragraphs on lines."""
    text = re.sub(r"</(p|li|td)>", "\n", re.sub(r"(?s)<h3>Note</h3>.*?</div>", "", description))
    text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return "\n".join(line for line in (re.sub(r"\s+", " ", line).strip() for line in text.split("\n")) if line)


def condition(description):
    """The expression of "Required if …", and whether the attribute may be there otherwise."""
    text = plain(description)
    sentence = re.search(r"(?:Required|Shall be present) if (.*?)(?:\.(?=\s|$)|; |, (?=[Mm]ay be present otherwise)|$)", text, re.M)
    if not sentence or len(re.findall(r"Required if", text)) > 1:
        return "", True
    rest = text[sentence.end():]
    otherwise = not re.search(r"shall not be present otherwise", rest, re.I)
    if re.match(r"\s*(May be present otherwise only if)?\s*(and|or)\b", rest):
        return "", True
    return expression(sentence.group(1).strip()), otherwise


def expression(words):
    """One sentence's condition; empty where any part of it is not understood."""
    words = re.sub(r",? \(?Legacy Converted\)?", "", words)
    choices = []
    for choice in re.split(r",? or (?=(?:the |if |either )*[A-Z][A-Za-z' -]+(?:\([^0-9][^)]*\) )?\([0-9A-F]{4},)|,? or (?=SOP Class)", words):
        parts = []
        for part in re.split(r",? and (?:if )?(?:that )?(?=(?:the |either )?(?:value of )?[A-Z][A-Za-z' -]+(?:\([^0-9][^)]*\) )?(?:\([0-9A-F]{4},|UID ))", choice):
            parts.append(clause(part.strip().rstrip(",")))
        choices.append(parts)
    # "A or B is present": what A lacks, B says
    for i in range(len(choices) - 2, -1, -1):
        for j, part in enumerate(choices[i]):
            if isinstance(part, tuple) and len(choices[i + 1]) == 1 and not isinstance(choices[i + 1][0], tuple):
                choices[i][j] = re.sub(r"^(present |absent )?\S+", lambda m: (m.group(1) or "") + part[0], choices[i + 1][0]) if choices[i + 1][0] else ""
    for parts in choices:  # "A and B are not present"
        for i in range(len(parts) - 2, -1, -1):
            if isinstance(parts[i], tuple):
                last = parts[i + 1]
                parts[i] = last.split()[0] + " " + parts[i][0] if isinstance(last, str) and last.startswith(("present", "absent")) else ""
    if any(not isinstance(part, str) or not part for parts in choices for part in parts):
        return ""
    return " or ".join(" and ".join(parts) for parts in choices)


def clause(words):
    """One comparison; a tuple of the name alone where the words end behind it; empty where they are not understood."""
    words = re.sub(r"^(?:the )?SOP Class UID (?!\()", "SOP Class UID (0008,0016) ", words)
    match = ATTRIBUTE.fullmatch(words)
    if not match:
        return ""
    name = keyword_for_tag(int(match["group"] + match["element"], 16))
    number = match["before"] or match["after"] or match["comma"]
    name += f"[{number}]" if number else ""
    rest = match["rest"].strip()
    if not name:
        return ""
    if not rest:
        return (name,)
    if PRESENT.fullmatch(rest):
        return "present " + name
    if ABSENT.fullmatch(rest):
        return "absent " + name
    if MORE.fullmatch(rest):
        return f"{name} > {MORE.fullmatch(rest)['number']}"
    if re.fullmatch(r"(?:is|has a) ?(?:present and has a )?non-zero(?: value)?", rest):
        return f"{name} > 0"
    for pattern, sign in ((NOT_EQUAL, "!="), (EQUAL, "=")):
        found = pattern.fullmatch(rest)
        if found:
            values = [VALUE.fullmatch(value.strip()) for value in re.split(r",? or |, ", found["values"])]
            return f"{name} {sign} {'|'.join(v[1] for v in values)}" if all(values) else ""
    return ""


def values(description):
    """The enumerated values (E) and defined terms (D) of an attribute, as in "E[1]:A|B;E{X = c}:1"."""
    groups = []
    pattern = r"(?s)<strong>(.*?)</strong>\s*</p>\s*<dl>(.*?)</dl>"
    for head, body in re.findall(pattern, description):
        head = plain(head).rstrip(":")
        kind = re.fullmatch(r"(Enumerated [Vv]alues?|Enumerated Values?|Defined Terms)(?: for Value (\d))?(?: if (.*))?", head) \
            or re.fullmatch(r"Value (?P<n>\d) Enumerated Values()()", head)
        terms = [plain(term) for term in re.findall(r"(?s)<dt>(.*?)</dt>", body)]
        terms = [str(int(term[:-1], 16)) if re.fullmatch(r"[0-9A-F]{4}H", term) else term for term in terms]
        if not kind or not terms or any(re.search(r"[|;a-z]", term) for term in terms):
            return ""
        sign = "D" if head.startswith("Defined") else "E"
        number = kind.group(1) if head.startswith("Value") else kind.group(2)
        when = expression(kind.group(3)) if kind.group(3) else ""
        if kind.group(3) and not when:
            return ""
        groups.append(sign + (f"[{number}]" if number else "") + (f"{{{when}}}" if when else "") + ":" + "|".join(terms))
    return ";".join(groups)


def items(description):
    """How many items a sequence may have: "1", "0-1", "1-n"; empty where nothing is said."""
    text = plain(description)
    for words, count in (("Only a single Item shall be included", "1"), ("Only a single Item is permitted", "0-1"),
                         ("One or more Items shall be included", "1-n")):
        if words in text:
            return count
    return ""
