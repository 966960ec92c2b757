/* Values of attributes as texts of Python, those that come again made once: class names, roles, properties. */

#include "walk.h"

static size_t hash(Bytes value)
{
    uint64_t mixed = value.size;
    size_t at = 0;
    for (; at + 8 <= value.size; at += 8) {
        uint64_t word;
        memcpy(&word, value.data + at, 8);
        mixed = (mixed ^ word) * 0x9e3779b97f4a7c15u;
        mixed ^= mixed >> 29;
    }
    if (at < value.size) {
        uint64_t word = 0;
        memcpy(&word, value.data + at, value.size - at);
        mixed = (mixed ^ word) * 0x9e3779b97f4a7c15u;
    }
    return (size_t)(mixed >> 40);
}

/* Whether a class attribute of ASCII letters names a class for screen readers. */
static int names_readers(const Layout *layout, Bytes classes)
{
    for (size_t at = 0, end; at < classes.size; at = end + 1) {
        for (end = at; end < classes.size && !is_white((unsigned char)classes.data[end]);)
            end++;
        for (const Bytes *name = layout->readers; name->size; name++)
            if (name->size == end - at && memcmp(name->data, classes.data + at, name->size) == 0)
                return 1;
    }
    return 0;
}

static int are_for_readers(const Layout *layout, Bytes classes, PyObject *string)
{
    if (PyUnicode_IS_ASCII(string))
        return names_readers(layout, classes);
    PyObject *answer = PyObject_CallOneArg(layout->needs[ARE_FOR_READERS], string);
    int yes = answer == NULL ? -1 : PyObject_IsTrue(answer);
    Py_XDECREF(answer);
    return yes;
}

static int remembered(Walk *walk, Bytes value, PyObject **string, int *for_readers)
{
    walk->last.data = value.data;
    Py_XSETREF(walk->last.string, Py_NewRef(*string));
    walk->last.for_readers = *for_readers;
    return 1;
}

/* The text of a value, owned by who asks; and whether it names, as a class attribute, a class for screen readers. */
int native_string(Walk *walk, Bytes value, PyObject **string, int *for_readers)
{
    if (walk->last.data == value.data) { /* asked again of the same element */
        *string = Py_NewRef(walk->last.string);
        *for_readers = walk->last.for_readers;
        return 1;
    }
    size_t place = hash(value) % STRINGS;
    PyObject *found;
    for (; (found = walk->strings[place].string) != NULL; place = (place + 1) % STRINGS)
        if ((size_t)PyUnicode_GET_LENGTH(found) == value.size &&
            memcmp(PyUnicode_DATA(found), value.data, value.size) == 0) {
            *string = Py_NewRef(found);
            *for_readers = walk->strings[place].for_readers;
            return remembered(walk, value, string, for_readers);
        }
    *string = PyUnicode_DecodeUTF8(value.data, (Py_ssize_t)value.size, "replace");
    if (*string == NULL)
        return 0;
    *for_readers = are_for_readers(walk->layout, value, *string);
    if (*for_readers < 0) {
        Py_CLEAR(*string);
        return 0;
    }
    if (PyUnicode_IS_ASCII(*string) && walk->strings_used < STRINGS / 4 * 3) {
        walk->strings[place].string = Py_NewRef(*string);
        walk->strings[place].for_readers = *for_readers;
        walk->strings_used++;
    }
    return remembered(walk, value, string, for_readers);
}
