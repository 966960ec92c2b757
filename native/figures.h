/* What the content model counts in a text. */

#pragma once

#include "native.h"

#define SHORT 200 /* characters: longer blocks are prose, and what is only asked of lines is not asked of them */

typedef struct {
    Py_ssize_t spaces, wide, ends, commas, lines; /* lines: line breaks */
    Py_ssize_t words, digits, capitals; /* 0 for a text that is not short */
} Counts;

void text_counts(PyObject *text, Counts *counts);

static inline int ends_sentence(Py_UCS4 c)
{
    return c == '.' || c == '!' || c == '?' || (c >= 0x61f && (c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x2026 ||
                                                                c == 0x61f || c == 0x964));
}
