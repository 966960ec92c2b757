/* Rows of data tables: the twins of `join_row` and `cell_of` in cleaner/read/html.py. */

#include "walk.h"

enum { MOST_IN_CELL = 500 }; /* characters: a table cell with more is a column of the layout, not data */

/* The row's cell that a box is, or is the only wrapper in; -1 in anything deeper. */
static Py_ssize_t cell_of(const Walk *walk, Py_ssize_t box, size_t row)
{
    for (int step = 0; step < 2 && box >= 0; step++, box = walk->boxes[box].parent)
        if (walk->boxes[box].parent == (Py_ssize_t)row && walk->boxes[box].meaning & CELL)
            return box;
    return -1;
}

static int is_data(const Walk *walk, size_t row)
{
    size_t first = (size_t)walk->boxes[row].first;
    Py_ssize_t before = -1;
    if (walk->runs_used < first + 2)
        return 0;
    for (size_t at = first; at < walk->runs_used; at++) {
        Py_ssize_t cell = cell_of(walk, walk->runs[at].box, row);
        if (cell < 0 || cell == before || PyUnicode_GET_LENGTH(walk->runs[at].text) > MOST_IN_CELL)
            return 0;
        before = cell;
    }
    return 1;
}

static PyObject *one_line(Walk *walk, PyObject *text)
{
    if (PyUnicode_FindChar(text, '\n', 0, PyUnicode_GET_LENGTH(text), 1) < 0)
        return Py_NewRef(text);
    return PyObject_CallMethod(text, "replace", "sO", "\n", walk->layout->space);
}

static int join(Walk *walk, size_t first, Run *made)
{
    PyObject *texts = PyList_New(0), *marks = PyList_New(0);
    int done = texts != NULL && marks != NULL;
    for (size_t at = first; done && at < walk->runs_used; at++) {
        const Run *cell = &walk->runs[at];
        PyObject *line = one_line(walk, cell->text);
        done = line != NULL && PyList_Append(texts, line) == 0;
        done = done && (PyUnicode_GET_LENGTH(cell->marks) == 0 || PyList_Append(marks, cell->marks) == 0);
        Py_XDECREF(line);
        made->links += cell->links;
        made->link_chars += cell->link_chars;
        made->strong_chars += cell->strong_chars;
    }
    if (done) {
        made->text = PyUnicode_Join(walk->layout->bar, texts);
        made->marks = PyUnicode_Join(walk->layout->space, marks);
    }
    Py_XDECREF(texts);
    Py_XDECREF(marks);
    if (made->text != NULL && made->marks != NULL)
        return 1;
    Py_XDECREF(made->text);
    Py_XDECREF(made->marks);
    return 0;
}

/* Makes one block of a data table's row; a row of the page's layout stays as it is. */
int native_row(Walk *walk, size_t row)
{
    if (!is_data(walk, row))
        return 1;
    size_t first = (size_t)walk->boxes[row].first;
    Run made = {.box = (Py_ssize_t)row, .kind = ROW_TEXT};
    if (!join(walk, first, &made))
        return 0;
    for (size_t inside = row + 1; inside < walk->boxes_used; inside++) {
        walk->boxes[inside].first = (Py_ssize_t)first;
        walk->boxes[inside].last = (Py_ssize_t)first + 1;
    }
    while (walk->runs_used > first) {
        Run *cell = &walk->runs[--walk->runs_used];
        Py_DECREF(cell->text);
        Py_DECREF(cell->marks);
    }
    walk->runs[walk->runs_used++] = made;
    walk->boxes[row].last = (Py_ssize_t)first + 1;
    return 1;
}
