match 5:
    case x:
        pass
    case 6:
        pass
