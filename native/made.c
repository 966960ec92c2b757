/* What a walk has found as Python's objects: blocks, elements, and what the head says. */

#include "walk.h"

/* Made and not watched for cycles: nobody can make one of elements and blocks, and a page has hundreds. Their types stay
   the collector's: what lets a long chain of parents go step by step (the trashcan) needs its header. */
static PyObject *made(PyObject *maker, PyObject **fields, size_t count)
{
    PyObject *object = PyObject_Vectorcall(maker, fields, count, NULL);
    if (object != NULL && PyObject_IS_GC(object))
        PyObject_GC_UnTrack(object);
    return object;
}

static PyObject *or_empty(const Walk *walk, PyObject *text) { return text == NULL ? walk->layout->empty : text; }

static PyObject *kind_of(const Walk *walk, int kind) { return PyTuple_GET_ITEM(walk->layout->needs[KINDS], kind); }

/* The numbers among the fields; 0, with none of them owned, without memory. */
static int numbers(PyObject **fields, const int *places, const Py_ssize_t *values, int count)
{
    for (int at = 0; at < count; at++)
        if ((fields[places[at]] = PyLong_FromSsize_t(values[at])) == NULL) {
            while (at-- > 0)
                Py_DECREF(fields[places[at]]);
            return 0;
        }
    return 1;
}

static PyObject *element(const Walk *walk, size_t index)
{
    static const int PLACES[] = {2, 3, 10, 11};
    const Box *box = &walk->boxes[index];
    PyObject *above = box->parent < 0 ? Py_None : walk->boxes[box->parent].made;
    PyObject *fields[] = {
        box->tag, above, NULL, NULL, or_empty(walk, box->id), or_empty(walk, box->classes), or_empty(walk, box->role),
        or_empty(walk, box->item), or_empty(walk, box->hidden), kind_of(walk, box->kind), NULL, NULL,
    };
    const Py_ssize_t values[] = {box->depth, (Py_ssize_t)index, box->first, box->last};
    if (!numbers(fields, PLACES, values, 4))
        return NULL;
    PyObject *object = made(walk->layout->needs[MAKE_ELEMENT], fields, 12);
    for (int at = 0; at < 4; at++)
        Py_DECREF(fields[PLACES[at]]);
    return object;
}

static PyObject *block(const Walk *walk, size_t index)
{
    static const int PLACES[] = {0, 4, 5, 6, 7};
    const Run *run = &walk->runs[index];
    PyObject *fields[] = {
        NULL, run->text, kind_of(walk, run->kind), walk->boxes[run->box].made, NULL, NULL, NULL, NULL, run->marks,
    };
    const Py_ssize_t values[] = {(Py_ssize_t)index, run->level, run->links, run->link_chars, run->strong_chars};
    if (!numbers(fields, PLACES, values, 5))
        return NULL;
    PyObject *object = made(walk->layout->needs[MAKE_BLOCK], fields, 9);
    for (int at = 0; at < 5; at++)
        Py_DECREF(fields[PLACES[at]]);
    return object;
}

static PyObject *all(Walk *walk, size_t count, PyObject *(*one)(const Walk *, size_t), int are_elements)
{
    PyObject *tuple = PyTuple_New((Py_ssize_t)count);
    for (size_t index = 0; tuple != NULL && index < count; index++) {
        PyObject *object = one(walk, index);
        if (object == NULL)
            Py_CLEAR(tuple);
        else
            PyTuple_SET_ITEM(tuple, (Py_ssize_t)index, object);
        if (are_elements)
            walk->boxes[index].made = object;
    }
    return tuple;
}

/* The blocks, the elements, and the fields of `Head`. */
PyObject *native_objects(Walk *walk)
{
    walk->boxes[0].last = (Py_ssize_t)walk->runs_used;
    PyObject *elements = all(walk, walk->boxes_used, element, 1);
    PyObject *blocks = elements == NULL ? NULL : all(walk, walk->runs_used, block, 0);
    PyObject *found = blocks == NULL ? NULL : PyTuple_Pack(
        10, blocks, elements, or_empty(walk, walk->title), walk->language, or_empty(walk, walk->canonical), walk->metas,
        walk->json_ld, walk->headings, walk->bylines, walk->dates);
    Py_XDECREF(elements);
    Py_XDECREF(blocks);
    return found;
}
