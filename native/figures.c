/* What the content model counts in a text, in one pass: the twin of `counts` in cleaner/scoring/text_figures.py. */

#include "figures.h"

/* Scripts that put no space between words. */
static int is_wide(Py_UCS4 c)
{
    return c >= 0xe00 && (c <= 0xeff || (c >= 0x1100 && c <= 0x11ff) || (c >= 0x2e80 && c <= 0x9fff) ||
                          (c >= 0xa960 && c <= 0xa97f) || (c >= 0xac00 && c <= 0xd7ff) ||
                          (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff66 && c <= 0xff9f));
}

/* The commas and semicolons of all scripts; of a text in ASCII alone, its semicolons do not count. */
static int is_comma(Py_UCS4 c)
{
    return c == ',' || c == ';' || c == 0xff0c || c == 0x3001 || c == 0xff1b || c == 0x60c;
}

/* What there is to count in a text whose letters take a byte each, in fields of one number: many letters are added up
   before the fields are parted. */
enum { SPACE_AT = 0, END_AT = 12, COMMA_AT = 24, SEMICOLON_AT = 36, LINE_AT = 48, MOST_AT_ONCE = 4095 };
#define FIELD(number, at) ((Py_ssize_t)((number) >> (at) & MOST_AT_ONCE))

static const uint64_t FIELDS[256] = {
    [' '] = 1ull << SPACE_AT, ['.'] = 1ull << END_AT,         ['!'] = 1ull << END_AT,   ['?'] = 1ull << END_AT,
    [','] = 1ull << COMMA_AT, [';'] = 1ull << SEMICOLON_AT, ['\n'] = 1ull << LINE_AT,
};

static void add_fields(uint64_t found, int ascii, Counts *counts)
{
    counts->spaces += FIELD(found, SPACE_AT);
    counts->ends += FIELD(found, END_AT);
    counts->commas += FIELD(found, COMMA_AT) + (ascii ? 0 : FIELD(found, SEMICOLON_AT));
    counts->lines += FIELD(found, LINE_AT);
}

static void count_bytes(const Py_UCS1 *text, Py_ssize_t length, int ascii, Counts *counts)
{
    for (const Py_UCS1 *last = text + length; text < last;) {
        const Py_UCS1 *stop = last - text > MOST_AT_ONCE ? text + MOST_AT_ONCE : last;
        uint64_t found = 0;
        for (; text < stop; text++)
            found += FIELDS[*text];
        add_fields(found, ascii, counts);
    }
}

static void count_letters(int kind, const void *data, Py_ssize_t length, Counts *counts)
{
    for (Py_ssize_t at = 0; at < length;) {
        Py_ssize_t stop = length - at > MOST_AT_ONCE ? at + MOST_AT_ONCE : length;
        uint64_t found = 0;
        for (; at < stop; at++) {
            Py_UCS4 c = PyUnicode_READ(kind, data, at);
            if (c < 256) {
                found += FIELDS[c];
                continue;
            }
            counts->wide += is_wide(c);
            counts->ends += ends_sentence(c);
            counts->commas += is_comma(c);
        }
        add_fields(found, 0, counts);
    }
}

void text_counts(PyObject *text, Counts *counts)
{
    int kind = PyUnicode_KIND(text), in_word = 0;
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    memset(counts, 0, sizeof(*counts));
    if (kind == PyUnicode_1BYTE_KIND)
        count_bytes(data, length, PyUnicode_IS_ASCII(text), counts);
    else
        count_letters(kind, data, length, counts);
    for (Py_ssize_t at = 0; length < SHORT && at < length; at++) {
        Py_UCS4 c = PyUnicode_READ(kind, data, at);
        int in_space = Py_UNICODE_ISSPACE(c);
        if (!in_space && !in_word) {
            counts->words++;
            counts->digits += c < 128 ? c - '0' < 10u : Py_UNICODE_ISDIGIT(c) != 0;
            counts->capitals += is_upper(c) != 0;
        }
        in_word = !in_space;
    }
}

/* counts(text): spaces, wide characters, sentence ends, commas; of a short text words, those with a digit or a capital. */
PyObject *native_counts(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "counts() takes a string");
    Counts found;
    text_counts(text, &found);
    return Py_BuildValue("(nnnnnnn)", found.spaces, found.wide, found.ends, found.commas, found.words, found.digits,
                         found.capitals);
}
