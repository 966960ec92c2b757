/* Whether bytes can be taken as they stand, and how long a text is in letters: many in one step. */

#include "native.h"

enum { STRETCH = 128, EIGHT = 8, ESCAPE = 0x1b };

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

/* Whether a stretch is all ASCII, without NUL and escape characters; written for the compiler to take many at once. */
static inline int is_plain(const unsigned char *at)
{
    unsigned char all = 0, least = 0xff;
    for (int each = 0; each < STRETCH; each++) {
        unsigned char escape = at[each] ^ ESCAPE;
        all |= at[each];
        least = at[each] < least ? at[each] : least;
        least = escape < least ? escape : least;
    }
    return all < 0x80 && least;
}

#define EACH 0x0101010101010101u
/* The highest bits of eight bytes, some of them set where one is 0. */
#define ZEROS(word) (((word) - EACH) & ~(word) & EACH << 7)

/* The same of eight bytes, as one number. */
static inline int are_plain(const unsigned char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof(word));
    return !((word & EACH << 7) | ZEROS(word) | ZEROS(word ^ EACH * ESCAPE));
}

static int is_clean(const unsigned char *data, size_t size)
{
    for (size_t at = 0; at < size;) {
        if (size - at >= STRETCH && is_plain(data + at)) {
            at += STRETCH;
            continue;
        }
        for (size_t stop = size - at < STRETCH ? size : at + STRETCH; at < stop;) {
            size_t next = size - at < EIGHT ? size : at + EIGHT;
            if (next - at == EIGHT && are_plain(data + at))
                at = next;
            while (at < next) {
                size_t length = data[at] < 0x80 ? data[at] != 0 && data[at] != ESCAPE : letter(data + at, size - at);
                if (!length)
                    return 0;
                at += length;
            }
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

/* What UTF-8 takes beyond a byte a character; summed up in stretches that fit the width, for many to go in one step. */
#define BEYOND(TYPE, MOST)                                                                                             \
    for (const TYPE *text = data, *last = text + size; text < last;) {                                                 \
        TYPE here = 0;                                                                                                 \
        const TYPE *stop = last - text > MOST ? text + MOST : last;                                                    \
        for (; text < stop; text++)                                                                                    \
            here += (TYPE)((*text >= 0x80) + (*text >= 0x800) + (sizeof(TYPE) > 2 && *text >= 0x10000));               \
        beyond += here;                                                                                                \
    }

/* extent(text): the twin of that in cleaner/prose.py. */
PyObject *native_extent(PyObject *self, PyObject *string)
{
    if (!PyUnicode_Check(string))
        return PyErr_Format(PyExc_TypeError, "extent() takes a string");
    Py_ssize_t size = PyUnicode_GET_LENGTH(string), beyond = 0;
    const void *data = PyUnicode_DATA(string);
    if (PyUnicode_KIND(string) == PyUnicode_2BYTE_KIND)
        BEYOND(Py_UCS2, 0x7000)
    else if (PyUnicode_KIND(string) == PyUnicode_4BYTE_KIND)
        BEYOND(Py_UCS4, 0x7000)
    return PyLong_FromSsize_t(beyond > size ? size + beyond : size); /* never of letters of one byte */
}
