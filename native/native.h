/* The functions of `cleaner._native`, each a twin of one in Python with the same results to the last bit. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>

PyObject *native_split(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_has_word(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_measured(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_said(PyObject *self, PyObject *attributes);
PyObject *native_brackets(PyObject *self, PyObject *text);
PyObject *native_opening(PyObject *self, PyObject *text);
PyObject *native_finder(PyObject *self, PyObject *needles);
PyObject *native_holds(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_counts(PyObject *self, PyObject *text);
PyObject *native_plant(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_log_odds(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_text_words(PyObject *self, PyObject *text);
PyObject *native_name_words(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_weigh(PyObject *self, PyObject *const *args, Py_ssize_t count);
