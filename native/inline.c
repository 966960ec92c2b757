/* The inline content of one block in one pass: the twin of `measured` in cleaner/read/inline.py. */

#include "inline.h"

/* The marks that the walk over the tree puts among the text. */
enum { BREAK, LINK_ON, LINK_OFF, STRONG_ON, STRONG_OFF };

/* Most characters: what is neither white space nor invisible, by ranges that hold none of either. */
static inline int is_plain(Py_UCS4 c)
{
    return (c > ' ' && c < 0x7f) || (c > 0xad && c < 0x1680) || (c > 0x206f && c < 0x3000) || (c > 0x3000 && c < 0xd800);
}

static int is_invisible(Py_UCS4 c)
{
    if (c < 0xa0)
        return c < 0x20 ? c != '\t' && c != '\n' : c >= 0x7f;
    if (c < 0x180e)
        return c == 0xad;
    return c == 0x180e || c == 0x200b || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) ||
           (c >= 0x2066 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) || c == 0xfffe || c == 0xffff;
}

/* The length of a stretch whose white space is folded; `gap`: white space waits for a character behind it. */
typedef struct {
    Py_ssize_t chars;
    int open, gap;
} Stretch;

static inline void lengthen(Stretch *stretch, Py_ssize_t chars)
{
    if (stretch->open) {
        stretch->chars += chars + stretch->gap;
        stretch->gap = 0;
    }
}

static inline void finish(Stretch *stretch, Py_ssize_t *number, Py_ssize_t *total)
{
    *number += stretch->open && stretch->chars > 0;
    *total += stretch->open ? stretch->chars : 0;
    stretch->chars = stretch->open = stretch->gap = 0;
}

static inline int is_text(Py_UCS4 c)
{
    return is_plain(c) || (c > STRONG_OFF && !Py_UNICODE_ISSPACE(c) && !is_invisible(c));
}

#define RUN_END(TYPE)                                                                                                  \
    for (const TYPE *text = raw; at < end && is_text(text[at]);)                                                       \
        at++;                                                                                                          \
    return at;

/* Where the characters of the text end that begin at a place, with no white space or mark among them. */
static inline Py_ssize_t run_end(int kind, const void *raw, Py_ssize_t at, Py_ssize_t end)
{
    switch (kind) {
    case PyUnicode_1BYTE_KIND:
        RUN_END(Py_UCS1)
    case PyUnicode_2BYTE_KIND:
        RUN_END(Py_UCS2)
    default:
        RUN_END(Py_UCS4)
    }
}

int native_measure(
    int kind, const void *raw, Py_ssize_t start, Py_ssize_t end, int in_link, int in_strong, Measured *found)
{
    void *text = PyMem_Malloc((size_t)(end - start + 1) * (size_t)kind);
    if (text == NULL) {
        PyErr_NoMemory();
        return 0;
    }
    Py_ssize_t size = 0, line = 0, links = 0, link_chars = 0, bolds = 0, strong_chars = 0;
    int gap = 0; /* before the next character of the text: white space or a line break */
    Stretch link = {.open = in_link}, strong = {.open = in_strong};
    for (Py_ssize_t at = start; at < end; at++) {
        Py_ssize_t stop = run_end(kind, raw, at, end), chars = stop - at;
        if (chars) {
            if (gap)
                PyUnicode_WRITE(kind, text, size++, (Py_UCS4)gap);
            memcpy((char *)text + size * kind, (const char *)raw + at * kind, (size_t)(chars * kind));
            size += chars;
            gap = 0;
            line = 1;
            lengthen(&link, chars);
            lengthen(&strong, chars);
            at = stop;
            if (at == end)
                break;
        }
        Py_UCS4 c = PyUnicode_READ(kind, raw, at);
        int is_space = Py_UNICODE_ISSPACE(c);
        if (c == BREAK) {
            line = 0;
            gap = size ? '\n' : 0;
        }
        else if (c == LINK_ON)
            link.open = 1;
        else if (c == LINK_OFF) {
            finish(&link, &links, &link_chars);
            /* links side by side are apart on screen */
            is_space = at + 1 < end && PyUnicode_READ(kind, raw, at + 1) == LINK_ON;
        }
        else if (c == STRONG_ON)
            strong.open = 1;
        else if (c == STRONG_OFF)
            finish(&strong, &bolds, &strong_chars);
        if (is_space) {
            gap = line ? ' ' : gap;
            link.gap = link.chars > 0;
            strong.gap = strong.chars > 0;
        }
    }
    finish(&link, &links, &link_chars);
    finish(&strong, &bolds, &strong_chars);
    *found = (Measured){PyUnicode_FromKindAndData(kind, text, size), links, link_chars, strong_chars};
    PyMem_Free(text);
    return found->text != NULL;
}

/* measured(raw, in_link, in_strong): a paragraph's text, its links, their characters, and those in bold type. */
PyObject *native_measured(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyUnicode_Check(args[0]) || !PyBool_Check(args[1]) || !PyBool_Check(args[2]))
        return PyErr_Format(PyExc_TypeError, "measured() takes a text and two truth values");
    Measured found;
    if (!native_measure(PyUnicode_KIND(args[0]), PyUnicode_DATA(args[0]), 0, PyUnicode_GET_LENGTH(args[0]),
                        args[1] == Py_True, args[2] == Py_True, &found))
        return NULL;
    return Py_BuildValue("(Nnnn)", found.text, found.links, found.link_chars, found.strong_chars);
}
