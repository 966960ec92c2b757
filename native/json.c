/* The JSON of a weights file, as the program writes it: numbers above all. Python's own reader takes any other. */

#include <float.h>

#include "native.h"

enum { DEEPEST = 16, MOST_DIGITS = 15, MOST_TENS = 22, LONGEST_NUMBER = 40 };

typedef struct {
    const char *at, *end;
    int deep;
} Reader;

static PyObject *value(Reader *reader);

static int is_digit(char c) { return c >= '0' && c <= '9'; }

/* The next letter that is no white space; 0 at the end. */
static char next_letter(Reader *reader)
{
    while (reader->at < reader->end &&
           (*reader->at == ' ' || *reader->at == '\n' || *reader->at == '\r' || *reader->at == '\t'))
        reader->at++;
    return reader->at < reader->end ? *reader->at : 0;
}

/* Whether a letter comes next; it is passed over. */
static int passes(Reader *reader, char letter)
{
    int found = next_letter(reader) == letter;
    reader->at += found;
    return found;
}

/* A string without escapes. */
static PyObject *string(Reader *reader)
{
    if (!passes(reader, '"'))
        return NULL;
    const char *start = reader->at, *end = memchr(start, '"', (size_t)(reader->end - start));
    unsigned char odd = 0;
    for (const char *at = start; end != NULL && at < end; at++) /* many letters in one step */
        odd |= (*at == '\\') | ((unsigned char)*at < ' ');
    if (end == NULL || odd)
        return NULL;
    reader->at = end + 1;
    return PyUnicode_DecodeUTF8(start, end - start, NULL);
}

/* A number with a point or an exponent. With few digits and few tens, both are exact, and one rounding is the right one. */
static PyObject *fraction(const char *start, const char *end, int64_t digits, int count, long tens)
{
    static const double TENS[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (FLT_EVAL_METHOD == 0 && count <= MOST_DIGITS && tens >= -MOST_TENS && tens <= MOST_TENS) {
        double made = tens < 0 ? (double)digits / TENS[-tens] : (double)digits * TENS[tens];
        return PyFloat_FromDouble(*start == '-' ? -made : made);
    }
    char copy[LONGEST_NUMBER + 1];
    if (end - start > LONGEST_NUMBER)
        return NULL;
    memcpy(copy, start, (size_t)(end - start));
    copy[end - start] = 0;
    double made = PyOS_string_to_double(copy, NULL, NULL);
    return made == -1.0 && PyErr_Occurred() ? NULL : PyFloat_FromDouble(made);
}

static PyObject *number(Reader *reader)
{
    const char *start = reader->at, *at = start + (*start == '-'), *end = reader->end, *first = at;
    int64_t digits = 0;
    int count = 0;
    long tens = 0, exponent = 0;
    for (; at < end && is_digit(*at) && count <= MOST_DIGITS; at++, count++)
        digits = 10 * digits + (*at - '0');
    if (count == 0 || count > MOST_DIGITS || (*first == '0' && count > 1))
        return NULL;
    int whole = at == end || (*at != '.' && *at != 'e' && *at != 'E');
    if (at < end && *at == '.') {
        const char *point = at++;
        for (; at < end && is_digit(*at) && count <= MOST_DIGITS; at++, count++)
            digits = 10 * digits + (*at - '0');
        for (; at < end && is_digit(*at); at++)
            count++;
        tens = (long)(point + 1 - at);
        if (tens == 0)
            return NULL;
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        int below = ++at < end && *at == '-';
        at += at < end && (*at == '-' || *at == '+');
        const char *from = at;
        for (; at < end && is_digit(*at) && at - from < 4; at++)
            exponent = 10 * exponent + (*at - '0');
        if (at == from || (at < end && is_digit(*at)))
            return NULL;
        tens += below ? -exponent : exponent;
    }
    reader->at = at;
    return whole ? PyLong_FromLongLong(*start == '-' ? -digits : digits) : fraction(start, at, digits, count, tens);
}

static PyObject *array(Reader *reader)
{
    PyObject *list = PyList_New(0);
    reader->at++;
    if (list == NULL || passes(reader, ']'))
        return list;
    do {
        PyObject *item = value(reader);
        int failed = item == NULL || PyList_Append(list, item) < 0;
        Py_XDECREF(item);
        if (failed) {
            Py_DECREF(list);
            return NULL;
        }
    } while (passes(reader, ','));
    if (!passes(reader, ']'))
        Py_CLEAR(list);
    return list;
}

static PyObject *object(Reader *reader)
{
    PyObject *dict = PyDict_New();
    reader->at++;
    if (dict == NULL || passes(reader, '}'))
        return dict;
    do {
        PyObject *name = string(reader), *item = name != NULL && passes(reader, ':') ? value(reader) : NULL;
        int failed = item == NULL || PyDict_SetItem(dict, name, item) < 0;
        Py_XDECREF(name);
        Py_XDECREF(item);
        if (failed) {
            Py_DECREF(dict);
            return NULL;
        }
    } while (passes(reader, ','));
    if (!passes(reader, '}'))
        Py_CLEAR(dict);
    return dict;
}

/* A value; NULL, perhaps without an exception, where it is another than those that the program writes. */
static PyObject *value(Reader *reader)
{
    char first = next_letter(reader);
    if (first == '"')
        return string(reader);
    if (first == '-' || is_digit(first))
        return number(reader);
    if ((first != '[' && first != '{') || reader->deep == DEEPEST)
        return NULL;
    reader->deep++;
    PyObject *made = first == '[' ? array(reader) : object(reader);
    reader->deep--;
    return made;
}

/* plain_json(data): what the JSON of some UTF-8 says; None where it is wrong, or has more than plain strings, numbers,
   lists and objects. */
PyObject *native_plain_json(PyObject *self, PyObject *data)
{
    if (!PyBytes_Check(data))
        return PyErr_Format(PyExc_TypeError, "plain_json() takes bytes");
    Reader reader = {PyBytes_AS_STRING(data), PyBytes_AS_STRING(data) + PyBytes_GET_SIZE(data), 0};
    PyObject *made = value(&reader);
    if (made != NULL && next_letter(&reader) != 0)
        Py_CLEAR(made);
    if (made == NULL && PyErr_Occurred() && PyErr_ExceptionMatches(PyExc_ValueError))
        PyErr_Clear(); /* Python's reader says what is wrong */
    if (made == NULL && !PyErr_Occurred())
        Py_RETURN_NONE;
    return made;
}
