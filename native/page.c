/* Gathers a page's blocks and elements from their objects in Python. */

#include "page.h"

enum { TEXT, MARKS, KIND, HOLDER, NUMBER, LEVEL, LINK_CHARS, STRONG_CHARS, BLOCK_FIELDS };
enum { TAG, ID, CLASSES, ROLE, ITEMPROP, HIDDEN, PARENT, PLACE, DEPTH, FIRST, LAST, ELEMENT_FIELDS };

static const char *const BLOCK_NAMES[] = {
    "text", "marks", "kind", "element", "index", "level", "link_chars", "strong_chars",
};
static const char *const ELEMENT_NAMES[] = {
    "tag", "id", "classes", "role", "itemprop", "hidden", "parent", "index", "depth", "first", "last",
};

/* A class whose fields are asked for one object after another: what gives each field is looked up once. */
typedef struct {
    PyTypeObject *type;
    PyObject *field[ELEMENT_FIELDS];
    int count;
} Fields;

static void fields_free(Fields *fields)
{
    while (fields->count > 0)
        Py_DECREF(fields->field[--fields->count]);
}

static inline int is_getter(PyObject *field) { return Py_IS_TYPE(field, &PyGetSetDescr_Type); }

/* Whether a getter is one of a class's objects. */
static int may_get(PyObject *field, PyTypeObject *type)
{
    return PyType_IsSubtype(type, PyDescr_TYPE(field)) && ((PyGetSetDescrObject *)field)->d_getset->get != NULL;
}

static int fields_find(Fields *fields, PyObject *object, const char *const *names, int count)
{
    fields->type = Py_TYPE(object);
    for (fields->count = 0; fields->count < count; fields->count++) {
        PyObject *field = PyObject_GetAttrString((PyObject *)fields->type, names[fields->count]);
        if (field == NULL)
            return -1;
        fields->field[fields->count] = field;
        if (Py_TYPE(field)->tp_descr_get == NULL || (is_getter(field) && !may_get(field, fields->type))) {
            fields->count++;
            PyErr_Format(PyExc_TypeError, "%s is no field", names[fields->count - 1]);
            return -1;
        }
    }
    return 0;
}

/* A field of an object of the class. Compiled classes have getters, which are called here: their descriptors would ask
   each time whether the object is of the class. */
static inline PyObject *value_of(const Fields *fields, PyObject *object, int which)
{
    PyObject *field = fields->field[which];
    if (is_getter(field)) {
        const PyGetSetDef *known = ((PyGetSetDescrObject *)field)->d_getset;
        return known->get(object, known->closure);
    }
    return Py_TYPE(field)->tp_descr_get(field, object, (PyObject *)fields->type);
}

/* The same, borrowed: the object has it as well. NULL and an exception where it has none. */
static inline PyObject *field_of(const Fields *fields, PyObject *object, int which)
{
    PyObject *value = value_of(fields, object, which);
    Py_XDECREF(value);
    return value;
}

/* A field that is a string; NULL where it is none, and perhaps an exception. */
static PyObject *string_of(const Fields *fields, PyObject *object, int which)
{
    PyObject *value = field_of(fields, object, which);
    return value != NULL && PyUnicode_CheckExact(value) ? value : NULL;
}

/* A field that is a number that an int holds; -1 and perhaps an exception where it is none. */
static int int_of(const Fields *fields, PyObject *object, int which)
{
    PyObject *value = value_of(fields, object, which);
    long number = value == NULL ? -1 : PyLong_AsLong(value);
    Py_XDECREF(value);
    if (number < INT_MIN || number > INT_MAX) {
        PyErr_SetString(PyExc_OverflowError, "a page's numbers are small");
        return -1;
    }
    return (int)number;
}

/* One element; 1, 0 or -1 as `page_gather`. */
static int gather_element(PageData *page, const Fields *fields, PyObject *elements, Py_ssize_t at)
{
    PyObject *object = PyTuple_GET_ITEM(elements, at);
    PageElement *element = &page->element[at];
    PyObject *tag = string_of(fields, object, TAG), *classes = string_of(fields, object, CLASSES);
    PyObject *hidden = string_of(fields, object, HIDDEN), *parent = field_of(fields, object, PARENT);
    element->id = string_of(fields, object, ID);
    element->role = string_of(fields, object, ROLE);
    element->itemprop = string_of(fields, object, ITEMPROP);
    if (tag == NULL || classes == NULL || hidden == NULL || parent == NULL || element->id == NULL ||
        element->role == NULL || element->itemprop == NULL)
        return PyErr_Occurred() ? -1 : 0;
    element->tag = strings_number(&page->tags, tag);
    element->classes = PyUnicode_GET_LENGTH(classes) ? strings_number(&page->classes, classes) : NO_CLASSES;
    element->hidden = PyUnicode_GET_LENGTH(hidden) > 0;
    element->depth = int_of(fields, object, DEPTH);
    element->first = int_of(fields, object, FIRST);
    element->last = int_of(fields, object, LAST);
    element->parent = -1;
    if (at > 0 && parent == PyTuple_GET_ITEM(elements, at - 1))
        element->parent = (int)at - 1;
    else if (parent != Py_None) {
        element->parent = Py_TYPE(parent) == fields->type ? int_of(fields, parent, PLACE) : -1;
        if (element->parent < 0 || element->parent >= at || PyTuple_GET_ITEM(elements, element->parent) != parent)
            return PyErr_Occurred() ? -1 : 0;
    }
    if (PyErr_Occurred())
        return -1;
    return element->first >= 0 && element->first <= element->last && element->last <= page->blocks;
}

/* The place of a kind among all; -1 where it is none. */
static int kind_number(PyObject *kinds, PyObject *kind)
{
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(kinds); at++)
        if (PyTuple_GET_ITEM(kinds, at) == kind)
            return (int)at;
    return -1;
}

/* One block; 1, 0 or -1 as `page_gather`. */
static int gather_block(PageData *page, const Fields *fields, PyObject *object, Py_ssize_t at, PyObject *kinds,
                        const Fields *of_elements, PyObject *elements)
{
    PageBlock *block = &page->block[at];
    PyObject *kind = field_of(fields, object, KIND), *holder = field_of(fields, object, HOLDER);
    block->text = string_of(fields, object, TEXT);
    block->marks = string_of(fields, object, MARKS);
    int index = int_of(fields, object, NUMBER), level = int_of(fields, object, LEVEL);
    block->link_chars = int_of(fields, object, LINK_CHARS);
    block->strong_chars = int_of(fields, object, STRONG_CHARS);
    if (kind == NULL || holder == NULL || block->text == NULL || block->marks == NULL)
        return PyErr_Occurred() ? -1 : 0;
    int number = kind_number(kinds, kind);
    if (Py_TYPE(holder) != of_elements->type || number < 0 || index != at || level != (short)level)
        return PyErr_Occurred() ? -1 : 0;
    block->element = int_of(of_elements, holder, PLACE);
    if (PyErr_Occurred())
        return -1;
    if (block->element < 0 || block->element >= page->elements || PyTuple_GET_ITEM(elements, block->element) != holder)
        return 0;
    block->kind = (char)number;
    block->level = (short)level;
    block->stands = 0;
    const PageElement *element = &page->element[block->element];
    return element->first <= at && at < element->last && PyUnicode_GET_LENGTH(block->text) > 0;
}

/* Notes which blocks stand. The standing are some of the page's own, in its order. */
static int note_standing(PageData *page, PyObject *blocks, PyObject *standing)
{
    Py_ssize_t at = 0;
    for (Py_ssize_t next = 0; next < PySequence_Fast_GET_SIZE(standing); next++, at++) {
        PyObject *block = PySequence_Fast_GET_ITEM(standing, next);
        while (at < page->blocks && PyTuple_GET_ITEM(blocks, at) != block)
            at++;
        if (at == page->blocks)
            return 0;
        page->block[at].stands = 1;
    }
    return 1;
}

static int gather(PageData *page, PyObject *blocks, PyObject *elements, PyObject *kinds, Fields *block_fields,
                  Fields *element_fields)
{
    int done = 1;
    PyObject *nothing = PyUnicode_New(0, 0); /* there is one, and it stays */
    int number = nothing == NULL ? -1 : strings_number(&page->classes, nothing);
    Py_XDECREF(nothing);
    if (number < 0)
        return -1;
    if (fields_find(element_fields, PyTuple_GET_ITEM(elements, 0), ELEMENT_NAMES, ELEMENT_FIELDS) < 0 ||
        fields_find(block_fields, PyTuple_GET_ITEM(blocks, 0), BLOCK_NAMES, BLOCK_FIELDS) < 0)
        return -1;
    for (Py_ssize_t at = 0; done > 0 && at < page->elements; at++) {
        if (Py_TYPE(PyTuple_GET_ITEM(elements, at)) != element_fields->type)
            return 0;
        done = gather_element(page, element_fields, elements, at);
    }
    for (Py_ssize_t at = 0; done > 0 && at < page->blocks; at++) {
        PyObject *object = PyTuple_GET_ITEM(blocks, at);
        if (Py_TYPE(object) != block_fields->type)
            return 0;
        done = gather_block(page, block_fields, object, at, kinds, element_fields, elements);
    }
    return done;
}

int page_gather(PageData *page, PyObject *blocks, PyObject *elements, PyObject *standing, PyObject *kinds)
{
    *page = (PageData){PyTuple_GET_SIZE(blocks), PyTuple_GET_SIZE(elements), NULL, NULL, {0}, {0}};
    if (page->blocks == 0 || page->elements == 0 || page->blocks > INT_MAX / 4 || page->elements > INT_MAX / 4)
        return 0;
    page->block = PyMem_Malloc((size_t)page->blocks * sizeof(PageBlock));
    page->element = PyMem_Malloc((size_t)page->elements * sizeof(PageElement));
    if (page->block == NULL || page->element == NULL)
        return PyErr_NoMemory(), -1;
    Fields of_blocks = {NULL, {NULL}, 0}, of_elements = {NULL, {NULL}, 0};
    int done = gather(page, blocks, elements, kinds, &of_blocks, &of_elements);
    fields_free(&of_blocks);
    fields_free(&of_elements);
    return done > 0 ? note_standing(page, blocks, standing) : done;
}

void page_free(PageData *page)
{
    PyMem_Free(page->block);
    PyMem_Free(page->element);
    strings_free(&page->tags);
    strings_free(&page->classes);
}
