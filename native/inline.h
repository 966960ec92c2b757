/* One paragraph's text and figures, in characters. */

#pragma once

#include "native.h"

typedef struct {
    PyObject *text;
    Py_ssize_t links, link_chars, strong_chars;
} Measured;

/* Measures a part of a stretch of inline content; 0, with an exception set, without memory. */
int native_measure(
    int kind, const void *raw, Py_ssize_t start, Py_ssize_t end, int in_link, int in_strong, Measured *found);
