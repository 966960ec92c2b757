/* What an element's attributes say, and whether they hide it: the twins of cleaner/read/hiding.py. */

#include "walk.h"

static const char *const NAMES[ASKED] = {
    "id", "class", "role", "itemprop", "rel", "hidden", "style", "aria-hidden", "open", "datetime", "lang", "property",
    "name", "http-equiv", "content", "href", "type", "popover",
};

/* Which of those that are asked for a name is; ASKED for any other. */
int native_asked(Bytes name)
{
    for (int asked = 0; asked < ASKED; asked++)
        if (strlen(NAMES[asked]) == name.size && memcmp(NAMES[asked], name.data, name.size) == 0)
            return asked;
    return ASKED;
}

static int asked_by_entry(Walk *walk, uintptr_t entry)
{
    size_t place = entry / 64 % SEEN;
    if (walk->seen[place].entry != entry) {
        walk->seen[place].asked = native_asked(name_of(entry));
        walk->seen[place].entry = entry;
    }
    return walk->seen[place].asked;
}

/* Of two attributes of one name the later counts, as in a dictionary. */
void native_ask(Walk *walk, const Tag *tag, Said *said)
{
    const Layout *layout = walk->layout;
    said->given = 0;
    said->any = tag->first != NULL;
    for (const Attribute *at = tag->first; at != NULL; at = at->next) {
        uintptr_t name = layout->as_written && at->written ? at->written : at->node.name;
        int asked = name < NUMBERS ? layout->attributes[name] - 1 : asked_by_entry(walk, name);
        if (asked < 0 || asked == ASKED)
            continue;
        said->given |= 1u << asked;
        said->values[asked] = at->value == NULL || at->value->data == NULL ? (Bytes){0} : *at->value;
    }
}

int native_is_ascii(Bytes text)
{
    unsigned char all = 0;
    for (size_t at = 0; at < text.size; at++)
        all |= (unsigned char)text.data[at];
    return all < 0x80;
}

/* Where a word, whatever its case, ends that begins at a place; 0 where none does. */
static size_t word_at(Bytes text, size_t at, const char *word)
{
    for (; *word != 0; word++, at++)
        if (at >= text.size || (text.data[at] | ('a' <= *word && *word <= 'z' ? 32 : 0)) != *word)
            return 0;
    return at;
}

static int is_word(Bytes text, const char *word)
{
    return word_at(text, 0, word) == text.size && text.size > 0;
}

/* Whether the value of `popover` is one that a browser knows. */
static int pops_up(Bytes value)
{
    return value.size == 0 || is_word(value, "auto") || is_word(value, "manual") || is_word(value, "hint");
}

static size_t past_spaces(Bytes text, size_t at)
{
    while (at < text.size && is_white((unsigned char)text.data[at]))
        at++;
    return at;
}

static int declares(Bytes style, size_t at, const char *property, const char *value)
{
    at = word_at(style, at, property);
    if (!at || (at = past_spaces(style, at)) >= style.size || style.data[at] != ':')
        return 0;
    return word_at(style, past_spaces(style, at + 1), value) > 0;
}

/* What a style attribute hides by: a reason, or REASONS. */
static int hides(Bytes style)
{
    for (size_t at = 0; at < style.size; at++) {
        if (at > 0 && style.data[at - 1] != ';' && !is_white((unsigned char)style.data[at - 1]))
            continue;
        if (declares(style, at, "display", "none"))
            return BY_DISPLAY;
        if (declares(style, at, "visibility", "hidden"))
            return BY_VISIBILITY;
    }
    return REASONS;
}

static int style_hides(Walk *walk, Bytes style, PyObject **reason)
{
    if (native_is_ascii(style)) {
        int found = hides(style);
        *reason = found == REASONS ? NULL : walk->layout->reasons[found];
        return 1;
    }
    PyObject *text = PyUnicode_DecodeUTF8(style.data, (Py_ssize_t)style.size, "replace");
    PyObject *answer = text == NULL ? NULL : PyObject_CallOneArg(walk->layout->needs[STYLE_HIDES], text);
    Py_XDECREF(text);
    if (answer == NULL)
        return 0;
    int display = PyUnicode_CompareWithASCIIString(answer, "display:none") == 0;
    *reason = PyUnicode_GET_LENGTH(answer) == 0 ? NULL : walk->layout->reasons[display ? BY_DISPLAY : BY_VISIBILITY];
    Py_DECREF(answer);
    return 1;
}

/* Why a browser would not show an element: `reason` is borrowed, NULL where it would. */
int native_hiding(Walk *walk, int meaning, const Said *said, PyObject **reason)
{
    PyObject *const *reasons = walk->layout->reasons;
    *reason = NULL;
    if (said->given >> HIDDEN & 1 && !is_word(said->values[HIDDEN], "until-found")) {
        *reason = reasons[BY_ATTRIBUTE];
        return 1;
    }
    if (has(said, STYLE) && (!style_hides(walk, said->values[STYLE], reason) || *reason != NULL))
        return *reason != NULL;
    Bytes aria = said->values[ARIA_HIDDEN];
    if (has(said, ARIA_HIDDEN) && aria.size == 4 && memcmp(aria.data, "true", 4) == 0) {
        *reason = reasons[FROM_READERS];
        return 1;
    }
    if (has(said, CLASS)) {
        PyObject *classes;
        int for_readers;
        if (!native_string(walk, said->values[CLASS], &classes, &for_readers))
            return 0;
        Py_DECREF(classes);
        if (for_readers) {
            *reason = reasons[FOR_READERS];
            return 1;
        }
    }
    if (said->given >> POPOVER & 1 && pops_up(said->values[POPOVER]))
        *reason = reasons[POPPED];
    else if (meaning & NOSCRIPT)
        *reason = reasons[BY_NOSCRIPT];
    else if (meaning & DIALOG && !(said->given >> OPEN & 1))
        *reason = reasons[CLOSED];
    return 1;
}
