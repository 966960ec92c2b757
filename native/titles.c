/* The words of a title, to compare: the twin of `folded_words` in cleaner/read/title.py. */

#include "native.h"

/* title_words(text): the words of a case-folded text, a space between them. */
PyObject *native_title_words(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "title_words() takes a string");
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), size = 0;
    void *words = PyMem_Malloc((size_t)(length + 1) * (size_t)kind);
    if (words == NULL)
        return PyErr_NoMemory();
    int gap = 0;
    for (Py_ssize_t at = 0; at < length; at++) {
        Py_UCS4 c = PyUnicode_READ(kind, data, at);
        if (!is_alnum(c) && c != '_') {
            gap = size > 0;
            continue;
        }
        if (gap)
            PyUnicode_WRITE(kind, words, size++, ' ');
        PyUnicode_WRITE(kind, words, size++, c);
        gap = 0;
    }
    PyObject *made = PyUnicode_FromKindAndData(kind, words, size);
    PyMem_Free(words);
    return made;
}
