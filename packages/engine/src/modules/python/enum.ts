/** `enum`: members that are made once. */
export const enumSource = `
import sys
from types import DynamicClassAttribute

__all__ = ["EnumMeta", "EnumType", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "auto", "unique", "member", "nonmember"]


class _auto_null:
    pass


class auto:
    def __init__(self, value=_auto_null):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1:2] != '_' and name[-2:-1] != '_'


def _is_private(cls_name, name):
    pattern = '_%s__' % cls_name
    return len(name) > len(pattern) and name.startswith(pattern) and not name.endswith('__')


class _EnumDict(dict):
    def __init__(self, cls_name):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = []
        self._last_values = []
        self._ignore = []
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key == '_generate_next_value_':
                self._generate_next_value = value
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
            elif key not in ('_order_', '_missing_', '_numeric_repr_', '_boundary_', '_iter_member_'):
                raise ValueError('_names_ are reserved for future Enum use' if sys.version_info < (3, 11)
                                 else '_sunder_ names, such as %r, are reserved for future Enum use' % (key,))
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}' if sys.version_info >= (3, 11)
                            else f'Attempted to reuse key: {key!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not _is_descriptor(value) or isinstance(value, member):
            if isinstance(value, member):
                value = value.value
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, auto):
                if value.value is _auto_null:
                    generate = self._generate_next_value
                    generate = getattr(generate, '__func__', generate)
                    value.value = generate(key, 1, len(self._member_names), self._last_values[:])
                value = value.value
            elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
                made = []
                for item in value:
                    if isinstance(item, auto) and item.value is _auto_null:
                        generate = getattr(self._generate_next_value, '__func__', self._generate_next_value)
                        item.value = generate(key, 1, len(self._member_names), self._last_values[:])
                    made.append(item.value if isinstance(item, auto) else item)
                value = tuple(made)
            self._member_names.append(key)
            self._last_values.append(value)
        super().__setitem__(key, value)


def _shown_name(cls):
    return cls.__qualname__ if sys.version_info >= (3, 9) else cls.__name__


class EnumMeta(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        enum_dict = _EnumDict(cls)
        member_type, first_enum = _get_mixins(cls, bases)
        if first_enum is not None:
            enum_dict._generate_next_value = getattr(first_enum, '_generate_next_value_', None)
        return enum_dict

    def __new__(metacls, cls, bases, classdict, **kwds):
        if not isinstance(classdict, _EnumDict):
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        member_type, first_enum = _get_mixins(cls, bases)
        names = list(classdict._member_names)
        values = {name: classdict[name] for name in names}
        namespace = {key: value for key, value in classdict.items() if key not in values}
        for key in classdict._ignore:
            namespace.pop(key, None)
        namespace.pop('_ignore_', None)
        invalid = set(names) & {'mro', ''}
        if invalid:
            raise ValueError('invalid enum member name(s) %s' % ','.join(repr(name) for name in invalid))
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        enum_class._member_names_ = []
        enum_class._member_map_ = {}
        enum_class._value2member_map_ = {}
        enum_class._member_type_ = member_type
        new, save_new, use_args = _find_new(namespace, member_type, first_enum)
        for name in names:
            value = values[name]
            args = value if isinstance(value, tuple) else (value,)
            if member_type is tuple:
                args = (args,)
            if not use_args:
                enum_member = new(enum_class)
                if not hasattr(enum_member, '_value_'):
                    enum_member._value_ = value
            else:
                enum_member = new(enum_class, *args)
                if not hasattr(enum_member, '_value_'):
                    enum_member._value_ = member_type(*args)
            value = enum_member._value_
            enum_member._name_ = name
            enum_member.__objclass__ = enum_class
            enum_member.__init__(*args)
            for known in enum_class._member_map_.values():
                if known._value_ == value:
                    enum_member = known
                    break
            else:
                enum_class._member_names_.append(name)
                enum_member._sort_order_ = len(enum_class._member_names_) - 1
            enum_class._member_map_[name] = enum_member
            type.__setattr__(enum_class, name, enum_member)
            try:
                enum_class._value2member_map_.setdefault(value, enum_member)
            except TypeError:
                pass
        if member_type is not object and first_enum is not None:
            for method in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
                if method not in namespace:
                    enum_method = getattr(first_enum, method)
                    found = getattr(enum_class, method)
                    if getattr(member_type, method, None) is found and enum_method is not found:
                        type.__setattr__(enum_class, method, enum_method)
        if save_new:
            enum_class.__new_member__ = namespace['__new__']
        enum_class.__new__ = Enum.__new__ if first_enum is not None else enum_class.__new__
        return enum_class

    def __bool__(self):
        return True

    def __call__(cls, value, names=None, *rest, module=None, qualname=None, type=None, start=1):
        if names is None and not rest:
            return cls.__new__(cls, value)
        if cls._member_map_:
            return cls.__new__(cls, (value, names, *rest))
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if sys.version_info < (3, 12):
            if not isinstance(value, Enum):
                raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (
                    type(value).__qualname__, cls.__class__.__qualname__))
            return False
        try:
            cls(value)
            return True
        except ValueError:
            return False

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%s: cannot delete Enum member." % cls.__name__ if sys.version_info < (3, 11)
                                 else "%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('Cannot reassign members.' if sys.version_info < (3, 11)
                                 else f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @property
    def __members__(cls):
        from types import MappingProxyType
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if sys.version_info >= (3, 11) and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last = names, [], []
            for count, name in enumerate(original):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        items = names.items() if isinstance(names, dict) else names
        for name, value in items:
            classdict[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                pass
        if module is not None:
            classdict['__module__'] = module
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict)


def _get_mixins(name, bases):
    if not bases:
        return object, None
    first_enum = bases[-1]
    if not isinstance(first_enum, EnumMeta):
        raise TypeError("new enumerations should be created as \`EnumName([mixin_type, ...] [data_type,] enum_type)\`")
    for base in bases:
        if isinstance(base, EnumMeta) and base._member_names_:
            raise TypeError("%s: cannot extend enumeration %r" % (name, base.__name__)
                            if sys.version_info < (3, 11) else "<enum %r> cannot extend %r" % (name, base))
    for chain in bases:
        for base in chain.__mro__:
            if base is object or isinstance(base, EnumMeta):
                continue
            if '__new__' in base.__dict__:
                return base, first_enum
    return object, first_enum


def _enum_new():
    try:
        return Enum.__new__
    except NameError:
        return None


def _find_new(namespace, member_type, first_enum):
    new = namespace.get('__new__')
    save_new = first_enum is not None and new is not None
    if new is None:
        for method in ('__new_member__', '__new__'):
            for possible in (member_type, first_enum):
                target = getattr(possible, method, None)
                if target not in (None, object.__new__, _enum_new()):
                    new = target
                    break
            if new is not None:
                break
        else:
            new = object.__new__
    new = getattr(new, '__func__', new)
    return new, save_new, new is not object.__new__


EnumType = EnumMeta
if sys.version_info >= (3, 11):
    EnumMeta.__name__ = EnumMeta.__qualname__ = "EnumType"


class Enum(metaclass=EnumMeta):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        try:
            exc = None
            result = cls._missing_(value)
        except Exception as e:
            exc = e
            result = None
        try:
            if isinstance(result, cls):
                return result
            ve_exc = ValueError("%r is not a valid %s" % (value, _shown_name(cls)))
            if result is None and exc is None:
                raise ve_exc
            elif exc is None:
                exc = TypeError('error in %s._missing_: returned %r instead of None or a valid member' % (
                    cls.__name__, result))
            if not isinstance(exc, ValueError):
                exc.__context__ = ve_exc
            raise exc
        finally:
            exc = None
            ve_exc = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        for last_value in reversed(last_values):
            try:
                return last_value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        return ['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value']

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return (self.__class__, (self._value_,))

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @DynamicClassAttribute
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @DynamicClassAttribute
    def value(self):
        """The value of the Enum member."""
        return self._value_


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    if sys.version_info >= (3, 11):
        def __str__(self):
            return int.__repr__(self._value_)

    def __format__(self, format_spec):
        return int.__format__(int(self), format_spec)


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        value = str(*values)
        found = str.__new__(cls, value)
        found._value_ = value
        return found

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return str.__str__(self)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)


def _bits(value):
    found = []
    bit = 1
    while bit <= value:
        if value & bit:
            found.append(bit)
        bit <<= 1
    return found


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** (max(last_values).bit_length())

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, _shown_name(cls)))
        every = 0
        for found in cls._member_map_.values():
            every |= found._value_
        if value < 0:
            value = every & value
        if value & ~every and not issubclass(cls, int):
            raise ValueError("%r is not a valid %s" % (value, _shown_name(cls)))
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        made._value_ = value
        parts = [m._name_ for m in cls if m._value_ and m._value_ & value == m._value_]
        made._name_ = '|'.join(parts) if sys.version_info >= (3, 11) and parts else None
        return cls._value2member_map_.setdefault(value, made)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for bit in _bits(self._value_):
            yield self.__class__(bit)

    def __len__(self):
        return len(_bits(self._value_))

    def __repr__(self):
        cls = self.__class__.__name__
        if sys.version_info >= (3, 11):
            return "<%s: %r>" % (cls, self._value_) if self._name_ is None else "<%s.%s: %r>" % (
                cls, self._name_, self._value_)
        return "<%s.%s: %r>" % (cls, self._label(), self._value_)

    def __str__(self):
        cls = self.__class__.__name__
        if sys.version_info >= (3, 11):
            return "%s(%r)" % (cls, self._value_) if self._name_ is None else "%s.%s" % (cls, self._name_)
        return "%s.%s" % (cls, self._label())

    def _label(self):
        if self._name_ is not None:
            return self._name_
        parts = [m._name_ for m in reversed(list(self.__class__)) if m._value_ and m._value_ & self._value_ == m._value_]
        return '|'.join(parts) or '0'

    def __bool__(self):
        return bool(self._value_)

    def __or__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.__class__(self._value_ | other._value_)

    def __and__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.__class__(self._value_ & other._value_)

    def __xor__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.__class__(self._value_ ^ other._value_)

    def __invert__(self):
        every = 0
        for found in self.__class__._member_map_.values():
            every |= found._value_
        return self.__class__(every & ~self._value_)


class IntFlag(int, ReprEnum, Flag):
    def __or__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(self._value_ | int(other))

    def __and__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(self._value_ & int(other))

    def __xor__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(self._value_ ^ int(other))

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    if sys.version_info >= (3, 11):
        def __str__(self):
            return int.__repr__(self._value_)


def unique(enumeration):
    duplicates = []
    for name, found in enumeration.__members__.items():
        if name != found.name:
            duplicates.append((name, found.name))
    if duplicates:
        details = ', '.join("%s -> %s" % (alias, name) for alias, name in duplicates)
        raise ValueError('duplicate values found in %r: %s' % (enumeration, details))
    return enumeration
`;
