import '../../components/ui/base.css';
