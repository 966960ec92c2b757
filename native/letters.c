/* What is asked of a character, found once for those of alphabets. */

#include "letters.h"

#define COPYRIGHT 0xa9
#define FEW 1024 /* letters that find room on the stack */

uint8_t letter_traits[CACHED];
uint16_t letter_folds[CACHED];

/* Scripts that put no spaces between words: each character is a word of its own, as in cleaner/text.py. */
static int is_unspaced(Py_UCS4 c)
{
    if (c < 0xe00)
        return 0;
    return c <= 0xeff || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) ||
           (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) ||
           (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

uint8_t found_traits(Py_UCS4 c)
{
    int found = KNOWN;
    if (is_decimal(c))
        found |= DECIMAL;
    else if (c == COPYRIGHT || is_unspaced(c))
        found |= SINGLE;
    else if (is_alnum(c))
        found |= LETTER;
    if (!is_caseless(c)) {
        found |= is_upper(c) ? UPPER : 0;
        found |= is_lower(c) ? LOWER : 0;
        found |= c >= 128 && Py_UNICODE_ISTITLE(c) ? TITLE : 0;
    }
    if (c < CACHED)
        letter_traits[c] = (uint8_t)found;
    return (uint8_t)found;
}

/* What Python folds a character to; where that is one letter it is remembered. */
int long_fold(Py_UCS4 c, Py_UCS4 *letters)
{
    if (c < 128) {
        letter_folds[c] = (uint16_t)(c - 'A' < 26u ? c | 32 : c);
        letters[0] = letter_folds[c];
        return 1;
    }
    PyObject *one = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, &c, 1);
    PyObject *folded = one == NULL ? NULL : PyObject_CallMethod(one, "casefold", NULL);
    Py_XDECREF(one);
    Py_ssize_t length = folded == NULL ? -1 : PyUnicode_GET_LENGTH(folded);
    for (Py_ssize_t place = 0; place < length && place < 3; place++)
        letters[place] = PyUnicode_READ_CHAR(folded, place);
    if (length == 1 && c < CACHED && letters[0] > LONG_FOLD && letters[0] < 0x10000)
        letter_folds[c] = (uint16_t)letters[0];
    Py_XDECREF(folded);
    return length > 3 ? 3 : (int)length;
}

Py_ssize_t fold_text(PyObject *text, Py_ssize_t length, Py_UCS4 *letters)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t count = 0;
    if (PyUnicode_IS_ASCII(text)) {
        const Py_UCS1 *ascii = data;
        for (; count < length; count++)
            letters[count] = ascii[count] | (Py_UCS4)(ascii[count] - 'A' + 0u < 26u) << 5;
        return count;
    }
    for (Py_ssize_t at = 0; at < length; at++) {
        int more = fold(PyUnicode_READ(kind, data, at), letters + count);
        if (more < 0)
            return -1;
        count += more;
    }
    return count;
}

PyObject *folded_text(PyObject *text, Py_ssize_t length)
{
    Py_UCS4 few[FEW], *letters = length <= FEW / 3 ? few : PyMem_New(Py_UCS4, 3 * (size_t)length);
    if (letters == NULL)
        return PyErr_NoMemory();
    Py_ssize_t count = fold_text(text, length, letters);
    PyObject *folded = count < 0 ? NULL : PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, letters, count);
    if (letters != few)
        PyMem_Free(letters);
    return folded;
}

/* casefold(text): the same as `str.casefold`, many times as fast where a text is not ASCII. */
PyObject *native_casefold(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "casefold() takes a string");
    return folded_text(text, PyUnicode_GET_LENGTH(text));
}

static inline int is_control(Py_UCS4 c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c <= 0x9f) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

/* Written for the compiler to take many characters in one step. */
#define ANY_CONTROL(TYPE)                                                                                              \
    for (const TYPE *at = data, *last = at + length; at < last; at++)                                                  \
        found |= (unsigned char)is_control(*at);

/* has_control(text): whether a text has characters of `CONTROL` in cleaner/write/control.py. */
PyObject *native_has_control(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "has_control() takes a string");
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    const void *data = PyUnicode_DATA(text);
    unsigned char found = 0;
    switch (PyUnicode_KIND(text)) {
    case PyUnicode_1BYTE_KIND:
        ANY_CONTROL(Py_UCS1)
        break;
    case PyUnicode_2BYTE_KIND:
        ANY_CONTROL(Py_UCS2)
        break;
    default:
        ANY_CONTROL(Py_UCS4)
    }
    return PyBool_FromLong(found);
}
