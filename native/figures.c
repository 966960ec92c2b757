/* What the content model counts in a text, in one pass: the twin of `counts` in cleaner/scoring/text_figures.py. */

#include "native.h"

#define SHORT 200

/* Scripts that put no space between words. */
static int is_wide(Py_UCS4 c)
{
    return c >= 0xe00 && (c <= 0xeff || (c >= 0x1100 && c <= 0x11ff) || (c >= 0x2e80 && c <= 0x9fff) ||
                          (c >= 0xa960 && c <= 0xa97f) || (c >= 0xac00 && c <= 0xd7ff) ||
                          (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff66 && c <= 0xff9f));
}

static int ends_sentence(Py_UCS4 c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x2026 || c == 0x61f ||
           c == 0x964;
}

/* The commas and semicolons of all scripts; of a text in ASCII alone, its semicolons do not count. */
static int is_comma(Py_UCS4 c, int ascii)
{
    return c == ',' || (c == ';' && !ascii) || c == 0xff0c || c == 0x3001 || c == 0xff1b || c == 0x60c;
}

/* counts(text): spaces, wide characters, sentence ends, commas; of a short text words, those with a digit or a capital. */
PyObject *native_counts(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "counts() takes a string");
    int kind = PyUnicode_KIND(text), ascii = PyUnicode_IS_ASCII(text), in_word = 0;
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    Py_ssize_t spaces = 0, wide = 0, ends = 0, commas = 0, words = 0, digits = 0, capitals = 0;
    for (Py_ssize_t at = 0; at < length; at++) {
        Py_UCS4 c = PyUnicode_READ(kind, data, at);
        spaces += c == ' ';
        wide += is_wide(c);
        ends += ends_sentence(c);
        commas += is_comma(c, ascii);
        if (length >= SHORT)
            continue;
        int in_space = Py_UNICODE_ISSPACE(c);
        if (!in_space && !in_word) {
            words++;
            digits += Py_UNICODE_ISDIGIT(c) != 0;
            capitals += Py_UNICODE_ISUPPER(c) != 0;
        }
        in_word = !in_space;
    }
    return Py_BuildValue("(nnnnnnn)", spaces, wide, ends, commas, words, digits, capitals);
}
