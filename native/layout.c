/* Whether a tree lies in memory as native/lexbor.h says: learnt from a known tree, of which the parser's public
   interface has told each node's address, neighbours, tag, text and attributes. A pointer is followed only after what stands
   around it has proved true of every node. */

#include "lexbor.h"

/* What a fact says of a node: see `facts` in cleaner/read/layout.py. */
enum { ADDRESS, NEXT, FIRST, TAG, TEXT_OF, ATTRIBUTES };

static const void *address(PyObject *fact, int place)
{
    return PyLong_AsVoidPtr(PyTuple_GET_ITEM(fact, place));
}

static int type_of(PyObject *fact)
{
    const char *tag = PyUnicode_AsUTF8(PyTuple_GET_ITEM(fact, TAG));
    return tag == NULL ? 0 : tag[0] != '-' ? ELEMENT : strcmp(tag, "-text") == 0 ? TEXT : 0;
}

static int same(Bytes bytes, PyObject *text)
{
    Py_ssize_t size;
    const char *data = PyUnicode_AsUTF8AndSize(text, &size);
    return data != NULL && bytes.size == (size_t)size && bytes.data != NULL &&
           memcmp(bytes.data, data, bytes.size) == 0;
}

static int is_number(uintptr_t name) { return name > 0 && name < NUMBERS; }

/* The meaning of a tag by its name. */
int native_meaning(const Layout *layout, PyObject *name)
{
    PyObject *meaning = PyDict_GetItem(layout->needs[MEANINGS], name);
    if (meaning != NULL)
        return (int)PyLong_AsLong(meaning);
    return PyUnicode_FindChar(name, '-', 0, PyUnicode_GET_LENGTH(name), 1) >= 0 ? CUSTOM : 0;
}

/* Whether a name that is no number may be the address of an entry. */
static int may_be_entry(uintptr_t name) { return name > 0xffff && name % sizeof(void *) == 0; }

static int links_agree(Layout *layout, PyObject *fact)
{
    const Node *node = address(fact, ADDRESS);
    int type = type_of(fact);
    if ((type && node->type != type) || node->first != address(fact, FIRST))
        return 0;
    if (node->first != NULL && (node->first->parent != node || node->first->before != NULL))
        return 0;
    if (node->next == NULL || node->next != address(fact, NEXT)) /* the root's is not told */
        return address(fact, NEXT) == NULL;
    return node->next->before == node && node->next->parent == node->parent;
}

/* What can be seen of texts, names and attributes without following a pointer. */
static int ends_agree(Layout *layout, PyObject *fact)
{
    const Node *node = address(fact, ADDRESS);
    if (node->type == TEXT) {
        const Bytes *text = &((const Text *)node)->text;
        Py_ssize_t size;
        return PyUnicode_AsUTF8AndSize(PyTuple_GET_ITEM(fact, TEXT_OF), &size) != NULL && text->size == (size_t)size &&
               text->data != NULL;
    }
    if (node->type != ELEMENT)
        return 1;
    const Tag *tag = (const Tag *)node;
    Py_ssize_t attributes = PyDict_Size(PyTuple_GET_ITEM(fact, ATTRIBUTES));
    return (is_number(node->name) || may_be_entry(node->name)) && (!tag->written || may_be_entry(tag->written)) &&
           (attributes == 0) == (tag->first == NULL) && (attributes < 2) == (tag->first == tag->last) &&
           (uintptr_t)tag->first % sizeof(void *) == 0;
}

static int text_agrees(Layout *layout, PyObject *fact)
{
    const Node *node = address(fact, ADDRESS);
    return node->type != TEXT || same(((const Text *)node)->text, PyTuple_GET_ITEM(fact, TEXT_OF));
}

/* Learns the numbers of tags; those that no two tags share. */
static int number_agrees(Layout *layout, PyObject *fact)
{
    const Tag *tag = address(fact, ADDRESS);
    PyObject *name = PyTuple_GET_ITEM(fact, TAG);
    if (tag->node.type != ELEMENT || tag->written || !is_number(tag->node.name))
        return 1;
    PyObject **known = &layout->tags[tag->node.name].name;
    if (*known != NULL)
        return PyUnicode_Compare(*known, name) == 0;
    *known = Py_NewRef(name);
    PyUnicode_InternInPlace(known);
    layout->tags[tag->node.name].meaning = native_meaning(layout, name);
    return 1;
}

static int entry_agrees(Layout *layout, PyObject *fact)
{
    const Tag *tag = address(fact, ADDRESS);
    uintptr_t name = tag->node.type != ELEMENT ? 0 : tag->written ? tag->written : tag->node.name;
    return name < NUMBERS || same(name_of(name), PyTuple_GET_ITEM(fact, TAG));
}

static int attribute_agrees(Layout *layout, const Attribute *attribute, PyObject *attributes)
{
    uintptr_t name = layout->as_written && attribute->written ? attribute->written : attribute->node.name;
    PyObject *key, *value, *found = NULL;
    if (is_number(name)) {
        /* told by its value: in the known tree no two attributes of an element have the same */
        for (Py_ssize_t at = 0; found == NULL && PyDict_Next(attributes, &at, &key, &value);)
            found = value != Py_None && attribute->value != NULL && same(*attribute->value, value) ? key : NULL;
        Py_ssize_t size;
        const char *data = found == NULL ? NULL : PyUnicode_AsUTF8AndSize(found, &size);
        if (data == NULL)
            return 0;
        int place = native_asked((Bytes){data, (size_t)size});
        if (layout->attributes[name] && layout->attributes[name] != place + 1)
            return 0;
        layout->attributes[name] = (unsigned char)(place == ASKED ? 0 : place + 1);
        return 1;
    }
    if (!may_be_entry(name))
        return 0;
    for (Py_ssize_t at = 0; found == NULL && PyDict_Next(attributes, &at, &key, &value);)
        found = same(name_of(name), key) ? value : NULL;
    const Bytes *given = attribute->value;
    if (found == Py_None)
        return given == NULL || given->data == NULL;
    return found != NULL && given != NULL && same(*given, found);
}

static int attributes_agree(Layout *layout, PyObject *fact)
{
    const Tag *tag = address(fact, ADDRESS);
    if (tag->node.type != ELEMENT)
        return 1;
    PyObject *attributes = PyTuple_GET_ITEM(fact, ATTRIBUTES);
    Py_ssize_t left = PyDict_Size(attributes);
    const Attribute *before = NULL;
    for (const Attribute *at = tag->first; left > 0 && at != NULL; before = at, at = at->next, left--)
        if (at->node.type != ATTRIBUTE || at->owner != (const Node *)tag || at->before != before ||
            at->node.document != tag->node.document || !attribute_agrees(layout, at, attributes))
            return 0;
    return left == 0 && before == tag->last && (before == NULL || before->next == NULL);
}

/* In this order: what each looks at has been made sure by those before it. */
static int (*const CHECKS[])(Layout *, PyObject *) = {
    links_agree, ends_agree, text_agrees, number_agrees, entry_agrees, attributes_agree,
};

static int agrees(Layout *layout, PyObject *facts)
{
    for (size_t check = 0; check < sizeof CHECKS / sizeof *CHECKS; check++)
        for (Py_ssize_t at = 0; at < PyList_GET_SIZE(facts); at++)
            if (!CHECKS[check](layout, PyList_GET_ITEM(facts, at)))
                return 0;
    return 1;
}

static void forget(PyObject *capsule)
{
    Layout *layout = PyCapsule_GetPointer(capsule, LAYOUT);
    for (int number = 0; number < NUMBERS; number++)
        Py_XDECREF(layout->tags[number].name);
    for (int reason = 0; reason < REASONS; reason++)
        Py_XDECREF(layout->reasons[reason]);
    for (PyObject **each = layout->needs; each < layout->needs + NEEDS; each++)
        Py_XDECREF(*each);
    Py_XDECREF(layout->space);
    Py_XDECREF(layout->bar);
    Py_XDECREF(layout->empty);
    Py_XDECREF(layout->root);
    Py_XDECREF(layout->lower);
    PyMem_Free(layout);
}

/* The texts that the walk gives out again and again. */
static int prepared(Layout *layout)
{
    static const char *const REASON[REASONS] = {
        "hidden attribute", "display:none", "visibility:hidden", "aria-hidden", "screen readers only", "noscript",
        "closed dialog", "closed popover",
    };
    for (int reason = 0; reason < REASONS; reason++)
        if ((layout->reasons[reason] = PyUnicode_InternFromString(REASON[reason])) == NULL)
            return 0;
    layout->space = PyUnicode_InternFromString(" ");
    layout->bar = PyUnicode_InternFromString(" | ");
    layout->empty = PyUnicode_New(0, 0);
    layout->root = PyUnicode_InternFromString("html");
    layout->lower = PyUnicode_InternFromString("lower");
    PyObject *name, *names = layout->needs[READERS];
    Py_ssize_t size;
    if (PyTuple_GET_SIZE(names) >= MOST_READERS)
        return 0;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(names); at++) {
        name = PyTuple_GET_ITEM(names, at);
        const char *data = PyUnicode_AsUTF8AndSize(name, &size);
        if (data == NULL)
            return 0;
        layout->readers[at] = (Bytes){data, (size_t)size};
    }
    return layout->space != NULL && layout->bar != NULL && layout->empty != NULL && layout->root != NULL &&
           layout->lower != NULL;
}

/* layout(facts, needs): what the walk has to know of the parser; None where a fact does not agree with the memory. */
PyObject *native_layout(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyList_Check(args[0]) || !PyTuple_Check(args[1]) || PyTuple_GET_SIZE(args[1]) != NEEDS)
        return PyErr_Format(PyExc_TypeError, "layout() takes facts and what the walk needs");
    Layout *layout = PyMem_Calloc(1, sizeof *layout);
    PyObject *capsule = layout == NULL ? PyErr_NoMemory() : PyCapsule_New(layout, LAYOUT, forget);
    if (capsule == NULL) {
        PyMem_Free(layout);
        return NULL;
    }
    for (int need = 0; need < NEEDS; need++)
        layout->needs[need] = Py_NewRef(PyTuple_GET_ITEM(args[1], need));
    layout->as_written = PyObject_IsTrue(layout->needs[AS_WRITTEN]);
    int sure = prepared(layout) && agrees(layout, args[0]);
    if (!sure || PyErr_Occurred()) {
        Py_DECREF(capsule);
        return PyErr_Occurred() ? NULL : Py_NewRef(Py_None);
    }
    return capsule;
}
