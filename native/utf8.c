/* Whether bytes can be taken as they stand, and how many brackets a text has: many bytes in one step. */

#include "native.h"

enum { STRETCH = 64, ESCAPE = 0x1b };

/* The length of the letter that bytes beyond ASCII begin with; 0 where it is wrong, as Python says what is wrong. */
static inline size_t letter(const unsigned char *at, size_t left)
{
    unsigned char first = at[0], low = 0x80, high = 0xbf;
    size_t more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    if (first < 0xc2 || first > 0xf4 || left <= more)
        return 0;
    if (first == 0xe0)
        low = 0xa0;
    else if (first == 0xed)
        high = 0x9f; /* no surrogates */
    else if (first == 0xf0)
        low = 0x90;
    else if (first == 0xf4)
        high = 0x8f;
    if (at[1] < low || at[1] > high || (more > 1 && (at[2] & 0xc0) != 0x80) || (more > 2 && (at[3] & 0xc0) != 0x80))
        return 0;
    return more + 1;
}

static int is_clean(const unsigned char *data, size_t size)
{
    for (size_t at = 0; at < size;) {
        while (size - at >= STRETCH) {
            unsigned char all = 0, wrong = 0;
            for (int each = 0; each < STRETCH; each++) {
                all |= data[at + each];
                wrong |= (data[at + each] == 0) | (data[at + each] == ESCAPE);
            }
            if (wrong)
                return 0;
            if (all & 0x80)
                break;
            at += STRETCH;
        }
        for (size_t stop = size - at > STRETCH ? at + STRETCH : size; at < stop;) {
            size_t length = data[at] < 0x80 ? data[at] != 0 && data[at] != ESCAPE : letter(data + at, size - at);
            if (!length)
                return 0;
            at += length;
        }
    }
    return 1;
}

/* is_clean_utf8(data): whether bytes are UTF-8 without NUL and escape characters. */
PyObject *native_is_clean_utf8(PyObject *self, PyObject *data)
{
    if (!PyBytes_Check(data))
        return PyErr_Format(PyExc_TypeError, "is_clean_utf8() takes bytes");
    return PyBool_FromLong(is_clean((const unsigned char *)PyBytes_AS_STRING(data), (size_t)PyBytes_GET_SIZE(data)));
}

/* Counts in stretches that fit a small number, for the compiler to take many characters in one step. */
#define COUNT(TYPE)                                                                                                    \
    for (const TYPE *text = data, *last = text + length; text < last;) {                                               \
        unsigned char here = 0;                                                                                        \
        const TYPE *stop = last - text > 255 ? text + 255 : last;                                                      \
        for (; text < stop; text++)                                                                                    \
            here += *text == '<';                                                                                      \
        found += here;                                                                                                 \
    }

/* brackets(text): how many `<` a text or UTF-8 has; many times as fast as `count`. */
PyObject *native_brackets(PyObject *self, PyObject *source)
{
    int is_bytes = PyBytes_Check(source);
    if (!is_bytes && !PyUnicode_Check(source))
        return PyErr_Format(PyExc_TypeError, "brackets() takes a string or bytes");
    Py_ssize_t length = is_bytes ? PyBytes_GET_SIZE(source) : PyUnicode_GET_LENGTH(source), found = 0;
    const void *data = is_bytes ? PyBytes_AS_STRING(source) : PyUnicode_DATA(source);
    switch (is_bytes ? PyUnicode_1BYTE_KIND : PyUnicode_KIND(source)) {
    case PyUnicode_1BYTE_KIND:
        COUNT(Py_UCS1)
        break;
    case PyUnicode_2BYTE_KIND:
        COUNT(Py_UCS2)
        break;
    default:
        COUNT(Py_UCS4)
    }
    return PyLong_FromSsize_t(found);
}
