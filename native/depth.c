/* How deep tags nest in an HTML text that no parser has read yet: the twin of `deep` in cleaner/read/nesting.py. */

#include "native.h"

enum { LONGEST = 11 };

/* The tags that count, which are those of `NESTING`, in order. */
static const char *const NAMES[] = {
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "center", "cite", "code", "data",
    "del", "details", "dfn", "dialog", "dir", "div", "dl", "em", "fieldset", "figure", "font", "footer", "form", "header",
    "hgroup", "i", "ins", "kbd", "label", "legend", "main", "map", "mark", "menu", "nav", "nobr", "noscript", "ol",
    "output", "picture", "q", "ruby", "s", "samp", "search", "section", "slot", "small", "span", "strike", "strong",
    "sub", "summary", "sup", "table", "time", "tt", "u", "ul", "var",
};

typedef struct {
    int kind;
    const void *data;
    Py_ssize_t length;
} Source;

static inline Py_UCS4 letter(const Source *source, Py_ssize_t at)
{
    return at < source->length ? PyUnicode_READ(source->kind, source->data, at) : 0;
}

static int ends_name(Py_UCS4 c)
{
    return c == '>' || c == '/' || c == ' ' || (c >= '\t' && c <= '\r');
}

static Py_ssize_t past(const Source *source, Py_ssize_t at, Py_UCS4 sought)
{
    if (source->kind == PyUnicode_1BYTE_KIND && at < source->length) {
        const char *from = source->data, *found = memchr(from + at, (int)sought, (size_t)(source->length - at));
        return found == NULL ? source->length + 1 : found - from + 1;
    }
    while (at < source->length && PyUnicode_READ(source->kind, source->data, at) != sought)
        at++;
    return at + 1;
}

static int compare_name(const void *name, const void *entry)
{
    return strcmp(name, *(const char *const *)entry);
}

/* Where a name ends that counts; 0 where none begins. One of the page's own making has a hyphen after its first letters. */
static Py_ssize_t past_name(const Source *source, Py_ssize_t at)
{
    char name[LONGEST + 1];
    Py_UCS4 c;
    int size = 0;
    Py_ssize_t end = at;
    for (; (c = letter(source, end), (c | 32) >= 'a' && (c | 32) <= 'z'); end++)
        if (size < LONGEST)
            name[size++] = (char)(c | 32);
    if (c == '-' && end > at) {
        while (end < source->length && !ends_name(letter(source, end)))
            end++;
        return end < source->length ? end : 0;
    }
    name[size] = 0;
    if (!ends_name(c) || end - at != size)
        return 0;
    return bsearch(name, NAMES, sizeof NAMES / sizeof *NAMES, sizeof *NAMES, compare_name) == NULL ? 0 : end;
}

/* deep(source, most): whether any tag of a text, or its UTF-8, nests deeper than `most`. */
PyObject *native_deep(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    int is_bytes = count == 2 && PyBytes_Check(args[0]);
    if (count != 2 || (!is_bytes && !PyUnicode_Check(args[0])) || !PyLong_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "deep() takes a string or bytes, and a number");
    Source source = {PyUnicode_1BYTE_KIND, NULL, 0};
    if (is_bytes)
        source = (Source){PyUnicode_1BYTE_KIND, PyBytes_AS_STRING(args[0]), PyBytes_GET_SIZE(args[0])};
    else
        source = (Source){PyUnicode_KIND(args[0]), PyUnicode_DATA(args[0]), PyUnicode_GET_LENGTH(args[0])};
    long most = PyLong_AsLong(args[1]), depth = 0;
    for (Py_ssize_t at = past(&source, 0, '<'), end; at < source.length; at = past(&source, at, '<')) {
        int closes = letter(&source, at) == '/';
        if (!(end = past_name(&source, at + closes)))
            continue;
        at = past(&source, end, '>');
        if (at > source.length)
            break; /* it has no end, and is no tag */
        if (closes)
            depth -= depth > 0;
        else if (++depth > most)
            Py_RETURN_TRUE;
    }
    Py_RETURN_FALSE;
}
