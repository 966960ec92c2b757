/* How often some tags stand in an HTML text that no parser has read yet: the twin of cleaner/read/tag_counts.py. */

#include <string.h>

#include "native.h"

enum { MOST_HEADS = 8, LONGEST_HEAD = 24, WORD = sizeof(uint64_t) };

typedef struct {
    const char *text;
    Py_ssize_t length, found;
    uint64_t beginning, mask; /* its first letters as they lie in memory, and where in that number they are */
} Head;

/* Whether letters of any width begin with a head. */
#define STANDS(head, at, last)                                                                                  \
    Py_ssize_t same = 0;                                                                                               \
    while (same < head->length && at + same < last && at[same] == (unsigned char)head->text[same])                     \
        same++;                                                                                                        \
    head->found += same == head->length;

/* Looks at every `<` for what follows it. Nearly always that is no head, as a comparison of eight letters tells. */
static void count_bytes(const Py_UCS1 *at, const Py_UCS1 *last, Head *heads, Py_ssize_t number)
{
    while ((at = memchr(at, '<', (size_t)(last - at))) != NULL) {
        uint64_t here = 0;
        at++;
        memcpy(&here, at, last - at < WORD ? (size_t)(last - at) : WORD);
        for (Head *head = heads; head < heads + number; head++)
            if (((here ^ head->beginning) & head->mask) == 0) {
                STANDS(head, at, last)
            }
    }
}

/* The same in a text whose characters are wider than a byte. */
#define COUNT(TYPE)                                                                                                    \
    for (const TYPE *at = data, *last = at + length; (at = search_##TYPE(at, last)) != NULL;) {                        \
        at++;                                                                                                          \
        for (Head *head = heads; head < heads + number; head++) {                                                      \
            STANDS(head, at, last)                                                                              \
        }                                                                                                              \
    }

/* The next `<` of a text whose characters are wider than a byte. */
#define SEARCH(TYPE)                                                                                                   \
    static const TYPE *search_##TYPE(const TYPE *at, const TYPE *last)                                                 \
    {                                                                                                                  \
        while (at < last && *at != '<')                                                                                \
            at++;                                                                                                      \
        return at < last ? at : NULL;                                                                                  \
    }

SEARCH(Py_UCS2)
SEARCH(Py_UCS4)

/* tag_counts(source, heads): how often `<` stands before each of some strings, in a text or UTF-8. */
PyObject *native_tag_counts(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Head heads[MOST_HEADS];
    int fine = count == 2 && (PyBytes_Check(args[0]) || PyUnicode_Check(args[0])) && PyTuple_CheckExact(args[1]) &&
               PyTuple_GET_SIZE(args[1]) <= MOST_HEADS;
    Py_ssize_t number = fine ? PyTuple_GET_SIZE(args[1]) : 0;
    for (Py_ssize_t each = 0; fine && each < number; each++) {
        PyObject *head = PyTuple_GET_ITEM(args[1], each);
        fine = PyUnicode_Check(head) && PyUnicode_IS_ASCII(head) && PyUnicode_GET_LENGTH(head) <= LONGEST_HEAD;
        if (fine) {
            heads[each] = (Head){PyUnicode_DATA(head), PyUnicode_GET_LENGTH(head), 0, 0, 0};
            size_t size = heads[each].length < WORD ? (size_t)heads[each].length : WORD;
            memcpy(&heads[each].beginning, heads[each].text, size);
            memset(&heads[each].mask, 0xff, size);
        }
    }
    if (!fine)
        return PyErr_Format(PyExc_TypeError, "tag_counts() takes a string or bytes and a tuple of at most %d ASCII "
                                             "strings of at most %d letters", MOST_HEADS, LONGEST_HEAD);
    PyObject *source = args[0];
    int is_bytes = PyBytes_Check(source);
    Py_ssize_t length = is_bytes ? PyBytes_GET_SIZE(source) : PyUnicode_GET_LENGTH(source);
    const void *data = is_bytes ? PyBytes_AS_STRING(source) : PyUnicode_DATA(source);
    switch (is_bytes ? PyUnicode_1BYTE_KIND : PyUnicode_KIND(source)) {
    case PyUnicode_1BYTE_KIND:
        count_bytes(data, (const Py_UCS1 *)data + length, heads, number);
        break;
    case PyUnicode_2BYTE_KIND:
        COUNT(Py_UCS2)
        break;
    default:
        COUNT(Py_UCS4)
    }
    PyObject *found = PyTuple_New(number);
    for (Py_ssize_t each = 0; found != NULL && each < number; each++) {
        PyObject *times = PyLong_FromSsize_t(heads[each].found);
        if (times == NULL)
            Py_CLEAR(found);
        else
            PyTuple_SET_ITEM(found, each, times);
    }
    return found;
}
