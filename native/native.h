/* The functions of `cleaner._native`, each a twin of one in Python with the same results to the last bit. */

#pragma once

#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* What Python asks a table for, answered at once where most letters are. */
static inline int is_decimal(Py_UCS4 c) { return c < 128 ? c - '0' < 10u : Py_UNICODE_ISDECIMAL(c); }
static inline int is_upper(Py_UCS4 c) { return c < 128 ? c - 'A' < 26u : Py_UNICODE_ISUPPER(c); }
static inline int is_lower(Py_UCS4 c) { return c < 128 ? c - 'a' < 26u : Py_UNICODE_ISLOWER(c); }
static inline int is_alnum(Py_UCS4 c) { return c < 128 ? (c | 32) - 'a' < 26u || c - '0' < 10u : Py_UNICODE_ISALNUM(c); }

PyObject *native_measured(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_said(PyObject *self, PyObject *attributes);
PyObject *native_tag_counts(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_deep(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_is_clean_utf8(PyObject *self, PyObject *data);
PyObject *native_extent(PyObject *self, PyObject *string);
PyObject *native_casefold(PyObject *self, PyObject *text);
PyObject *native_has_control(PyObject *self, PyObject *text);
PyObject *native_words(PyObject *self, PyObject *string);
PyObject *native_give_back(PyObject *self, PyObject *unused);
PyObject *native_phrases(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_phrase_in(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_cues_in(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_stems(PyObject *self, PyObject *kinds);
PyObject *native_has_each(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_counts(PyObject *self, PyObject *text);
PyObject *native_plant(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_log_odds(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_text_words(PyObject *self, PyObject *text);
PyObject *native_name_words(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_weigh(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_title_words(PyObject *self, PyObject *text);
PyObject *native_layout(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_walk(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_made(PyObject *self, PyObject *walk);
PyObject *native_judge(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_judged(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_rows(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_likeliest(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_widths(PyObject *self, PyObject *unused);
