/* What the first pass sees of each block, as a row of numbers: the twin of cleaner/scoring/features.py. */

#include <math.h>

#include "judge.h"

/* Figures in the order of the names in Python. */
enum { TEXT_WIDTH = 26, PLACE_WIDTH = 10, CONTAINER_WIDTH = 23 + 5 * REGION_FACTS, NEIGHBOUR_WIDTH = 6 };
static const int NEIGHBOURS[] = {-2, -1, 1, 2};
enum { NEIGHBOUR_COUNT = sizeof(NEIGHBOURS) / sizeof(NEIGHBOURS[0]) };

const int FIRST_OWN_WIDTH =
    TEXT_WIDTH + PLACE_WIDTH + SHAPE_FACTS + CONTAINER_WIDTH + NEIGHBOUR_WIDTH * NEIGHBOUR_COUNT;

/* Makes of block: tag, classes, the parent's classes and the kind, by number. */
typedef struct {
    int tag, classes, above, kind;
} Make;

static uint32_t make_hash(Make make)
{
    uint64_t hash = (uint64_t)make.tag * 0x9e3779b97f4a7c15u;
    hash = (hash ^ (uint64_t)make.classes) * 0x9e3779b97f4a7c15u;
    hash = (hash ^ (hash >> 32) ^ (uint64_t)make.above) * 0x9e3779b97f4a7c15u;
    hash = (hash ^ (hash >> 32) ^ (uint64_t)make.kind) * 0x9e3779b97f4a7c15u;
    return (uint32_t)(hash >> 32);
}

static int same_make(Make one, Make other)
{
    return one.tag == other.tag && one.classes == other.classes && one.above == other.above && one.kind == other.kind;
}

/* Numbers every block's make. `makes` has room for one a block, `slots` for `mask` and one. */
static void number_makes(Look *look, Make *makes, int *slots, uint32_t mask)
{
    for (Py_ssize_t at = 0; at < look->page.blocks; at++) {
        const PageBlock *block = &look->page.block[at];
        const PageElement *element = &look->page.element[block->element];
        int above = element->parent < 0 ? NO_CLASSES : look->page.element[element->parent].classes;
        Make make = {element->tag, element->classes, above, block->kind};
        uint32_t slot = make_hash(make) & mask;
        while (slots[slot] && !same_make(makes[slots[slot] - 1], make))
            slot = (slot + 1) & mask;
        if (!slots[slot]) {
            makes[look->shapes] = make;
            slots[slot] = ++look->shapes;
        }
        look->shape[at] = slots[slot] - 1;
    }
}

/* How many blocks there are of each make, how long and how linked they are, and their share of the prose. */
static int describe_makes(Look *look)
{
    double prose = 1.0;
    look->shaped = PyMem_Calloc((size_t)look->shapes + 1, sizeof(*look->shaped));
    if (look->shaped == NULL)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < look->page.blocks; at++) {
        const Facts *fact = &look->fact[at];
        double *mine = look->shaped[look->shape[at]];
        mine[0] += 1.0;
        mine[1] += fact->size;
        mine[2] += fact->link_share;
        if (fact->ends_sentence && fact->link_share < 0.5) {
            double chars = (double)PyUnicode_GET_LENGTH(look->page.block[at].text);
            mine[3] += chars;
            prose += chars;
        }
    }
    for (int at = 0; at < look->shapes; at++) {
        double *mine = look->shaped[at], count = mine[0];
        mine[0] = log(1.0 + count);
        mine[1] /= count;
        mine[2] /= count;
        mine[3] /= prose;
    }
    return 0;
}

static int look_at_shapes(Look *look)
{
    size_t blocks = (size_t)look->page.blocks;
    uint32_t slots = 64;
    while (slots < 2 * blocks)
        slots *= 2;
    look->shape = PyMem_Malloc(blocks * sizeof(int));
    Make *makes = PyMem_Malloc(blocks * sizeof(Make));
    int *slot = PyMem_Calloc(slots, sizeof(int));
    if (look->shape == NULL || makes == NULL || slot == NULL)
        PyErr_NoMemory();
    else
        number_makes(look, makes, slot, slots - 1);
    PyMem_Free(makes);
    PyMem_Free(slot);
    return PyErr_Occurred() ? -1 : describe_makes(look);
}

/* For every block, the place of the last standing heading up to it; 0 before the first. */
static int look_for_headings(Look *look)
{
    int heading = 0;
    look->heading = PyMem_Malloc((size_t)look->page.blocks * sizeof(int));
    if (look->heading == NULL)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < look->page.blocks; at++) {
        const PageBlock *block = &look->page.block[at];
        if (block->stands && block->kind == look->judge->heading)
            heading = (int)at;
        look->heading[at] = heading;
    }
    return 0;
}

int first_look(Look *look)
{
    if (look_at_texts(look) < 0 || look_at_containers(look) < 0)
        return -1;
    return look_at_shapes(look) < 0 ? -1 : look_for_headings(look);
}

static double *place_row(Look *look, Py_ssize_t at, double *row)
{
    Py_ssize_t blocks = look->page.blocks;
    double total = (double)blocks, size = look->size[blocks];
    PyObject *marks = look->page.block[at].marks;
    *row++ = (double)at / total;
    *row++ = look->size[at] / (size ? size : 1.0);
    for (int each = 0; each < ABOUT_FACTS; each++)
        *row++ = look->about[each];
    *row++ = look->title_at >= 0 ? (double)(at - look->title_at) / total : -2.0;
    *row++ = (double)(at - look->heading[at]);
    *row++ = PyUnicode_GET_LENGTH(marks) ? (double)marks_weight(look, marks).sum / 100.0 : 0.0;
    return row;
}

static double *neighbour_row(const Look *look, Py_ssize_t at, double *row)
{
    static const double OUTSIDE[NEIGHBOUR_WIDTH] = {-1.0, -1.0, -1.0, -1.0, 0.0, 0.0};
    if (at < 0 || at >= look->page.blocks) {
        memcpy(row, OUTSIDE, sizeof(OUTSIDE));
        return row + NEIGHBOUR_WIDTH;
    }
    const PageBlock *block = &look->page.block[at];
    const Facts *fact = &look->fact[at];
    *row++ = fact->size;
    *row++ = fact->link_share;
    *row++ = block->kind;
    *row++ = fact->ends_sentence;
    *row++ = (double)look->heard[at].sum / 100.0;
    *row++ = look->context[block->element].chain;
    return row;
}

void first_row(Look *look, Py_ssize_t at, double *row)
{
    row = text_row(look, at, row);
    row = place_row(look, at, row);
    memcpy(row, look->shaped[look->shape[at]], SHAPE_FACTS * sizeof(double));
    row = container_row(look, look->page.block[at].element, row + SHAPE_FACTS);
    for (int each = 0; each < NEIGHBOUR_COUNT; each++)
        row = neighbour_row(look, at + NEIGHBOURS[each], row);
    memcpy(row, look->type, (size_t)look->types * sizeof(double));
}

void look_free(Look *look)
{
    void *held[] = {
        look->fact, look->heard, look->text, look->copies, look->first, look->context, look->size, look->link,
        look->prose, look->ends, look->region, look->has_region, look->shape, look->shaped, look->heading, look->seen,
        look->type,
    };
    for (size_t at = 0; at < sizeof(held) / sizeof(held[0]); at++)
        PyMem_Free(held[at]);
    strings_free(&look->texts);
    page_free(&look->page);
}
