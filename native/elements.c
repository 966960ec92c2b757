/* What the reader asks of elements: the twin of `said` in cleaner/read/hiding.py; and the memory of a tree. */

#include "native.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* The attributes that are asked for, and where their values stand among the answers; those that may hide come last. */
enum { ID, CLASS, ROLE, ITEMPROP, REL, ASKED, HIDDEN = ASKED, POPOVER, STYLE, ARIA_HIDDEN, KNOWN };
static const char *const NAMES[KNOWN] = {
    "id", "class", "role", "itemprop", "rel", "hidden", "popover", "style", "aria-hidden",
};

static int place_of(PyObject *name)
{
    for (int place = 0; place < KNOWN; place++)
        if (PyUnicode_GET_LENGTH(name) == (Py_ssize_t)strlen(NAMES[place]) &&
            memcmp(PyUnicode_DATA(name), NAMES[place], strlen(NAMES[place])) == 0)
            return place;
    return KNOWN;
}

/* said(attributes): id, class, role, itemprop and rel, each empty where it is not given, and whether others may hide. */
PyObject *native_said(PyObject *self, PyObject *attributes)
{
    if (!PyDict_Check(attributes))
        return PyErr_Format(PyExc_TypeError, "said() takes a dictionary");
    PyObject *name, *value, *found[ASKED] = {NULL};
    Py_ssize_t at = 0;
    int may_hide = 0;
    while (PyDict_Next(attributes, &at, &name, &value)) {
        if (!PyUnicode_Check(name) || !PyUnicode_IS_ASCII(name))
            continue;
        int place = place_of(name), given = PyUnicode_Check(value) && PyUnicode_GET_LENGTH(value) > 0;
        if (place < ASKED && given)
            found[place] = value;
        else if (place == HIDDEN || place == POPOVER || (place == STYLE && given))
            may_hide = 1;
        else if (place == ARIA_HIDDEN && given)
            may_hide |= PyUnicode_CompareWithASCIIString(value, "true") == 0;
    }
    PyObject *answer = PyTuple_New(ASKED + 1), *empty = PyUnicode_New(0, 0);
    if (answer != NULL && empty != NULL) {
        for (int place = 0; place < ASKED; place++)
            PyTuple_SET_ITEM(answer, place, Py_NewRef(found[place] == NULL ? empty : found[place]));
        PyTuple_SET_ITEM(answer, ASKED, Py_NewRef(may_hide ? Py_True : Py_False));
    }
    else
        Py_CLEAR(answer);
    Py_XDECREF(empty);
    return answer;
}

/* give_back(): the memory that nothing uses any more, to the system, where the C library can. */
PyObject *native_give_back(PyObject *self, PyObject *unused)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    Py_RETURN_NONE;
}
